import type { GroupChanges } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import { type ChangeSentence, changeSentences } from './change-sentences.ts';
import { quotedList } from './quoted-list.ts';
import classes from './redesign.module.css';
import { ToneIcon } from './ToneIcon.tsx';

/** What somebody gains, loses and keeps, a sentence each. */
export function Changes({ changes }: { readonly changes: GroupChanges }) {
  return <Sentences sentences={changeSentences(changes)} />;
}

export function Sentences({ sentences }: { readonly sentences: readonly ChangeSentence[] }) {
  const { t } = useTranslation('redesign');
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
  const { tone, name, about, people, from, to, duration } = sentence;
  const count = people ?? about.length;
  return (
    <li data-tone={tone}>
      <ToneIcon tone={tone} />
      <span>
        {t(`change.${name}`, {
          count,
          what: quotedList(about, language),
          from: from?.[language],
          to: to?.[language],
          duration: duration?.[language],
        })}
      </span>
    </li>
  );
}
