import { NativeSelect } from '@mantine/core';
import { type Field, OPERATORS, type Operator } from '@percorso/engine';
import { useEditor } from '../editor/editor-context.ts';
import { SearchSelect } from '../panels/fields/SearchSelect.tsx';
import { useBuilder } from './builder-context.ts';
import { ConditionValue } from './ConditionValue.tsx';
import type { Draft, DraftCondition } from './draft.ts';
import { withPart } from './draft-edits.ts';
import type { FactSource } from './fact-choices.ts';
import { operatorsOf, withFact, withOperator } from './operators.ts';
import classes from './rules.module.css';
import { useFactField } from './useFactField.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly condition: DraftCondition;
}

/** One condition as a sentence of choices: «Età» «è almeno» «18 anni». */
export function ConditionRow({ condition }: Props) {
  const { edit } = useBuilder();
  const { words, isReadOnly } = useEditor();
  const fieldOf = useFactField();
  const field = fieldOf(condition.fact);
  const change = (next: (before: DraftCondition) => Draft) =>
    edit((whole) => withPart(whole, condition.id, (part) => next(part as DraftCondition)));
  const operators = field ? operatorsOf(field) : [];
  // An operator that doesn't fit is shown as it is rather than silently replaced.
  const isOdd = !operators.some(({ op }) => op === condition.op);
  return (
    <div className={classes.condition}>
      <FactSelect condition={condition} field={field} change={change} />
      {field && (
        <NativeSelect
          size="sm"
          aria-label={words(WORDS.operator)}
          disabled={isReadOnly}
          value={condition.op}
          data={[
            ...operators.map(({ op, words: said }) => ({ value: op, label: words(said) })),
            ...(isOdd ? OPERATORS.filter((op) => op === condition.op) : []),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change((before) => withOperator(before, value as Operator, field))
          }
        />
      )}
      {field && condition.op !== 'known' && (
        <ConditionValue
          condition={condition}
          field={field}
          onChange={(value) => change((before) => ({ ...before, value }))}
        />
      )}
    </div>
  );
}

interface FactSelectProps extends Props {
  readonly field: Field | undefined;
  readonly change: (next: (before: DraftCondition) => Draft) => void;
}

const SOURCES: readonly FactSource[] = ['participant', 'case', 'answer'];

function FactSelect({ condition, field, change }: FactSelectProps) {
  const { facts } = useBuilder();
  const { words } = useEditor();
  const fieldOf = useFactField();
  const isElsewhere = condition.fact !== '' && !facts.some(({ fact }) => fact === condition.fact);
  const elsewhere = { value: condition.fact, label: field ? words(field.label) : condition.fact };
  const groups = SOURCES.map((source) => ({
    group: words(WORDS.sources[source]),
    items: facts
      .filter((one) => one.source === source)
      .map(({ fact, field: { label } }) => ({ value: fact, label: words(label) })),
  })).filter(({ items }) => items.length > 0);
  return (
    <SearchSelect
      aria-label={words(WORDS.fact)}
      placeholder={words(WORDS.chooseFact)}
      data-control="first"
      // A new condition begins with its fact.
      data-autofocus={condition.fact === '' || undefined}
      value={condition.fact || null}
      data={[
        ...groups,
        ...(isElsewhere ? [{ group: words(WORDS.sources.elsewhere), items: [elsewhere] }] : []),
      ]}
      onChange={(fact) => {
        const chosen = fact && fieldOf(fact);
        if (chosen) change((before) => withFact(before, fact, chosen, field));
      }}
    />
  );
}
