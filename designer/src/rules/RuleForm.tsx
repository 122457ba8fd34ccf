import { useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { Selection } from '../editor/selection.ts';
import { factChoices, placesOfRule, ruleChoices } from './fact-choices.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { RuleBuilder } from './RuleBuilder.tsx';
import { RuleDetails } from './RuleDetails.tsx';
import { RuleFooter } from './RuleFooter.tsx';
import { ReuseSelect, SharedNotice } from './RuleNotices.tsx';
import { RuleTrial } from './RuleTrial.tsx';
import classes from './rules.module.css';
import { SentencePair } from './SentencePair.tsx';
import type { RulePlace } from './save-rule.ts';
import { useLeaving } from './useLeaving.ts';
import { useRuleDraft } from './useRuleDraft.ts';
import { WORDS } from './words.ts';

interface Props {
  /** The rule that the dialog was opened on. */
  readonly opened: string | undefined;
  readonly place: RulePlace;
  readonly isCopy: boolean;
  readonly onCopy: () => void;
  readonly onDone: (rule?: string) => void;
  /** Receives what is to be done when the dialog is asked to close. */
  readonly onCloseAsked: { current: () => void };
}

/** The inside of the dialog: the builder, the sentences, the what-if, and how it is saved. */
export function RuleForm({ opened, place, isCopy, onCopy, onDone, onCloseAsked }: Props) {
  const { document, words, runAll, select, isReadOnly } = useEditor();
  const draft = useRuleDraft(place, opened);
  const leaving = useLeaving(draft.isChanged && !isReadOnly);
  const { context } = place;
  const facts = useMemo(() => {
    const places = context ? [context] : opened ? placesOfRule(document, opened) : [];
    return factChoices(document, places);
  }, [document, context, opened]);
  const rules = useMemo(() => ruleChoices(document, opened, facts), [document, opened, facts]);

  onCloseAsked.current = () => leaving.leave(() => onDone());
  const copy = () => {
    // What it is called will not be true of the copy.
    draft.setShortName('');
    onCopy();
  };
  const save = () => {
    if (!draft.saving) return;
    if (runAll(draft.saving.steps).ok) onDone(draft.saving.rule);
    leaving.forget();
  };
  const goTo = (selection: Selection) =>
    leaving.leave(() => {
      select(selection);
      onDone();
    });
  return (
    <div className={classes.form}>
      <div className={classes.left}>
        {opened === undefined && context && <ReuseSelect place={place} onDone={onDone} />}
        {opened !== undefined && (
          <SharedNotice rule={opened} isCopy={isCopy} hasPlace={!!context} onCopy={copy} />
        )}
        <fieldset className={classes.bare} disabled={isReadOnly}>
          <legend className={classes.heading}>{words(WORDS.must)}</legend>
          <RuleBuilder draft={draft.draft} onChange={draft.change} facts={facts} rules={rules} />
        </fieldset>
      </div>
      <div className={classes.right}>
        <SentencePair draft={draft} />
        <section aria-label={words(WORDS.trial)}>
          <h3 className={classes.heading}>{words(WORDS.trial)}</h3>
          <RuleTrial rule={draft.rule} />
        </section>
        <RuleDetails
          opened={isCopy ? undefined : opened}
          draft={draft}
          onSelect={goTo}
          onRemoved={() => onDone()}
        />
      </div>
      {leaving.then ? (
        <LeaveQuestion
          maySave={draft.saving !== undefined && draft.refusal === undefined}
          onSave={save}
          onDiscard={leaving.then}
          onStay={leaving.stay}
        />
      ) : (
        <RuleFooter draft={draft} onSave={save} onCancel={() => onCloseAsked.current()} />
      )}
    </div>
  );
}
