import { Alert } from '@mantine/core';
import type { ObjectSchema } from '@percorso/engine';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import type { FieldFault } from './AnswerForm.tsx';
import classes from './form.module.css';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly faults: readonly FieldFault[];
  readonly schema: ObjectSchema;
  readonly idOf: (name: string) => string;
}

/** Every fault of a form in one place, each leading to its field. */
export function FaultSummary({ ref, faults, schema, idOf }: Props) {
  const { t } = useTranslation('form');
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertCircle />}
      title={t('faults', { count: faults.length })}
    >
      <ul className={classes.faults}>
        {faults.map(({ path, message }) => {
          const field = schema.properties[path];
          return (
            <li key={`${path} ${message.it}`}>
              {field ? (
                <a href={`#${idOf(path)}`} onClick={(event) => focusField(event, idOf(path))}>
                  {words(field.label)}: {words(message)}
                </a>
              ) : (
                words(message)
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** A group of choices takes no focus itself: its first choice does. */
function focusField(event: { preventDefault(): void }, id: string) {
  event.preventDefault();
  const target = document.getElementById(`${id}-first`) ?? document.getElementById(id);
  target?.focus();
}
