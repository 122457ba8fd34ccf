import type { GroupChanges } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import { type ChangeSentence, changeSentences } from './change-sentences.ts';
import { quotedList } from './quoted-list.ts';
import classes from './redesign.module.css';
import { ToneIcon } from './ToneIcon.tsx';

interface ChangesProps {
  readonly changes: GroupChanges;
  /** Without what is kept as it was. */
  readonly isBrief?: boolean;
}

/** What somebody gains and loses, a sentence each. */
export function Changes({ changes, isBrief }: ChangesProps) {
  const { t } = useTranslation('redesign');
  const sentences = changeSentences(changes, isBrief);
  if (sentences.length === 0) return <p className={classes.quiet}>{t('change.nothing')}</p>;
  return (
    <ul className={classes.changes}>
      {sentences.map((sentence) => (
        <Sentence key={`${sentence.name} ${sentence.about[0]?.it}`} sentence={sentence} />
      ))}
    </ul>
  );
}

function Sentence({ sentence }: { readonly sentence: ChangeSentence }) {
  const { t } = useTranslation('redesign');
  const language = useLanguage();
  const { tone, name, about, people, duration } = sentence;
  const count = people ?? about.length;
  return (
    <li data-tone={tone}>
      <ToneIcon tone={tone} />
      <span>
        {t(`change.${name}`, {
          count,
          what: quotedList(about, language),
          duration: duration?.[language],
        })}
      </span>
    </li>
  );
}
