import type { Words } from '@percorso/engine';
import { capital } from '../sentences.ts';
import classes from './fields.module.css';

/** The same sentence in both languages, to be read side by side. */
export function BothLanguages({ words }: { readonly words: Words }) {
  return (
    <dl className={classes.both}>
      {(['it', 'en'] as const).map((language) => (
        <div key={language} className={classes.sentence}>
          <dt className={classes.mark}>{language.toUpperCase()}</dt>
          <dd className={classes.sentenceText} lang={language}>
            {capital(words[language])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
