import { Button } from '@mantine/core';
import type { Answer, Facts, FactValue, ObjectSchema, Refusal } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { HappeningForm } from './HappeningForm.tsx';
import { valueWords } from './happening-words.ts';
import classes from './trial.module.css';
import type { Walking } from './useTrial.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly walking: Walking;
  readonly trial: Trial;
}

/** What the rules can read now, of the person and of the case; both can be changed. */
export function FactLists({ walking, trial }: Props) {
  const { words } = useEditor();
  const { document } = trial.pathway;
  const { participant, state } = trial.moments.at(-1)!;
  const who = document.subject === 'group' ? WORDS.ofGroup : WORDS.ofPerson;
  return (
    <details className={classes.fold}>
      <summary>{words(WORDS.facts)}</summary>
      <FactList
        title={words(who)}
        schema={document.participant}
        facts={participant}
        onChange={(facts) => walking.perform({ do: { type: 'participant', facts } })}
      />
      <FactList
        title={words(WORDS.ofCase)}
        schema={document.data}
        facts={state.data}
        onChange={
          state.status === 'active'
            ? (data) => walking.perform({ do: { type: 'correct', data } })
            : undefined
        }
      />
    </details>
  );
}

interface ListProps {
  readonly title: string;
  readonly schema: ObjectSchema;
  readonly facts: Facts;
  readonly onChange:
    | ((changes: Readonly<Record<string, FactValue | null>>) => Refusal | undefined)
    | undefined;
}

function FactList({ title, schema, facts, onChange }: ListProps) {
  const { installation, language, words } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const known = Object.entries(schema.properties).filter(([name]) => facts[name] !== undefined);
  const { required: _, ...loose } = schema;
  const change = (answer: Answer) => {
    const changes = changesOf(facts, answer);
    const refusal = Object.keys(changes).length > 0 ? onChange?.(changes) : undefined;
    if (!refusal) setOpen(false);
    return refusal;
  };
  return (
    <section>
      <h4 className={classes.subheading}>
        {title}
        {onChange && !isOpen && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${words(WORDS.change)}: ${title}`}
            onClick={() => setOpen(true)}
          >
            {words(WORDS.change)}
          </Button>
        )}
      </h4>
      {isOpen ? (
        <HappeningForm
          schema={loose}
          known={facts}
          onSubmit={change}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <dl className={classes.facts}>
          {known.map(([name, field]) => (
            <div key={name}>
              <dt>{words(field.label)}</dt>
              <dd>{valueWords(field, facts[name]!, language, installation.timeZone)}</dd>
            </div>
          ))}
          {known.length === 0 && <p className={classes.quiet}>{words(WORDS.nothingKnown)}</p>}
        </dl>
      )}
    </section>
  );
}

/** What is different, and what is not known any more. */
function changesOf(facts: Facts, answer: Answer): Record<string, FactValue | null> {
  const names = new Set([...Object.keys(facts), ...Object.keys(answer)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(facts[name]) !== JSON.stringify(answer[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, answer[name] ?? null]));
}
