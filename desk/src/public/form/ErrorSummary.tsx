import { useEffect, useRef } from 'react';
import { useWords } from '../words.ts';

export interface ShownFault {
  /** The id of the field, when the fault belongs to one that is on the page. */
  readonly field?: string | undefined;
  readonly words: string;
}

interface Props {
  readonly title?: string | undefined;
  readonly faults: readonly ShownFault[];
}

/** All that is wrong, above the form; takes the focus whenever there is something new to say. */
export function ErrorSummary({ title, faults }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new faults take the focus again
  useEffect(() => box.current?.focus(), [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t('form.summary', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ field, words }) => (
          <li key={`${field}${words}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  // The address's fragment is not for us to change: only the focus moves.
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
