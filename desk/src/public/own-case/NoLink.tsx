import { type FormEvent, useState } from 'react';
import { ErrorSummary, type ShownFault } from '../form/ErrorSummary.tsx';
import { TextField } from '../form/Field.tsx';
import { useWords } from '../words.ts';
import { tokenIn } from './token.ts';

interface Props {
  readonly expired: boolean;
  readonly open: (token: string) => void;
}

/** There is no link, or it no longer opens anything: what to do. */
export function NoLink({ expired, open }: Props) {
  const { t } = useWords();
  const [link, setLink] = useState('');
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const kind = expired ? 'expired' : 'noLink';
  function submit(event: FormEvent) {
    event.preventDefault();
    const token = tokenIn(link);
    if (token) open(token);
    else setFaults([{ field: 'link', words: t('own.linkFault') }]);
  }
  return (
    <div className="narrow">
      <h1>{t(`own.${kind}.title`)}</h1>
      <p className="lead">{t(`own.${kind}.words`)}</p>
      <h2>{t('own.whatToDo')}</h2>
      <ul>
        {t(`own.${kind}.todo`)
          .split('\n')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <ErrorSummary faults={faults} />
      <form noValidate onSubmit={submit}>
        <TextField
          name="link"
          label={t('own.linkLabel')}
          help={t('own.linkHelp')}
          value={link}
          fault={faults[0]?.words}
          onChange={setLink}
          autoComplete="off"
        />
        <button type="submit" className="button">
          {t('own.open')}
        </button>
      </form>
    </div>
  );
}
