import { Alert, Text } from '@mantine/core';
import { describeRule, type Words } from '@percorso/engine';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { capital } from '../panels/sentences.ts';
import classes from './rules.module.css';
import type { RuleDraft } from './useRuleDraft.ts';
import { WORDS } from './words.ts';

/** The condition as it reads, in both languages, and what is wrong with it. */
export function SentencePair({ draft }: { readonly draft: RuleDraft }) {
  const { document, words } = useEditor();
  const said = draft.saidRule && describeRule(document, draft.saidRule);
  return (
    <section aria-label={words(WORDS.sentence)} className={classes.sentences}>
      <h3 className={classes.heading}>{words(WORDS.sentence)}</h3>
      <div aria-live="polite">
        {said ? <Pair said={said} isWhole={draft.rule !== undefined} /> : null}
        {!said && <Text c="dimmed">{words(WORDS.nothingYet)}</Text>}
      </div>
      {said && !draft.rule && (
        <Text size="sm" className={classes.missing}>
          {words(WORDS.notWhole)}. {words(WORDS.notWholeHelp)}
        </Text>
      )}
      {[draft.refusal, ...draft.warnings].map(
        (text) =>
          text && (
            <Alert key={text} color="orange" icon={<IconAlertTriangle aria-hidden />} p="sm">
              {text}
            </Alert>
          ),
      )}
    </section>
  );
}

function Pair({ said, isWhole }: { readonly said: Words; readonly isWhole: boolean }) {
  const { words } = useEditor();
  return (
    <dl className={classes.pair}>
      {(['it', 'en'] as const).map((language) => (
        <div key={language}>
          <dt>
            <span aria-hidden>{language.toUpperCase()}</span>
            <span className="visually-hidden">
              {words(language === 'it' ? WORDS.italian : WORDS.english)}
            </span>
          </dt>
          <dd lang={language}>
            {capital(said[language])}
            {isWhole ? '.' : '…'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
