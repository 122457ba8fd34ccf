import { Badge, Button, Text } from '@mantine/core';
import {
  checkFact,
  explainRule,
  type Facts,
  type FactValue,
  type Field,
  type Rule,
} from '@percorso/engine';
import { useId, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { FieldControl } from '../forms/FieldControl.tsx';
import { capital } from '../panels/sentences.ts';
import classes from './rules.module.css';
import { type TriedFact, triedFacts } from './tried-facts.ts';
import { WORDS } from './words.ts';

const COLOURS = { true: 'green', false: 'red', unknown: 'gray' } as const;

/** A small what-if: values for the facts that a condition reads, and whether it then holds. */
export function RuleTrial({ rule }: { readonly rule: Rule | undefined }) {
  const { document, words } = useEditor();
  const [values, setValues] = useState<Facts>({});
  if (!rule) return <Text c="dimmed">{words(WORDS.trialEmpty)}</Text>;
  const tried = triedFacts(document, rule);
  const told = explainRule(document, rule, rightOnes(tried, values));
  const set = (fact: string) => (value: FactValue | undefined) => {
    const { [fact]: _before, ...others } = values;
    setValues(value === undefined ? others : { ...others, [fact]: value });
  };
  return (
    <div className={classes.trial}>
      <Text size="sm" c="dimmed">
        {words(WORDS.trialHelp)}
      </Text>
      {tried.map((one) => (
        <TriedValue key={one.fact} tried={one} value={values[one.fact]} onChange={set(one.fact)} />
      ))}
      <div role="status" className={classes.verdict} data-verdict={told.verdict}>
        <Badge color={COLOURS[told.verdict]} variant="filled">
          {words(WORDS.verdicts[told.verdict])}
        </Badge>
        <span>{capital(words(told.words))}</span>
      </div>
    </div>
  );
}

/** What is no right value is as good as not known. */
function rightOnes(tried: readonly TriedFact[], values: Facts): Facts {
  const right = tried.filter(({ fact, field }) => {
    const value = values[fact];
    return value !== undefined && !checkFact(field, value);
  });
  return Object.fromEntries(right.map(({ fact }) => [fact, values[fact]!]));
}

interface TriedValueProps {
  readonly tried: TriedFact;
  readonly value: FactValue | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
}

function TriedValue({ tried: { field }, value, onChange }: TriedValueProps) {
  const { language, words, installation } = useEditor();
  const id = useId();
  const fault = value === undefined ? undefined : checkFact(field, value);
  return (
    <div className={classes.tried}>
      <FieldControl
        id={id}
        field={shownField(field)}
        label={words(field.label)}
        size="sm"
        value={value}
        onChange={onChange}
        error={fault && words(fault.message)}
        language={language}
        timeZone={installation.timeZone}
      />
      {value === undefined ? (
        <Text size="sm" c="dimmed">
          {words(WORDS.notKnown)}
        </Text>
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(undefined)}>
          {words(WORDS.forget)}
          <span className="visually-hidden">: {words(field.label)}</span>
        </Button>
      )}
    </div>
  );
}

/** A tick couldn't be a no, and an edition here is any name. */
function shownField(field: Field): Field {
  const { format, ...plain } = field;
  return format === 'consent' || format === 'edition' ? plain : field;
}
