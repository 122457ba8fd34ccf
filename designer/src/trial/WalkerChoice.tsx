import { Alert, Button, TextInput } from '@mantine/core';
import { type Answer, checkAnswer, type Pathway, type Persona } from '@percorso/engine';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { AnswerFields, defaultAnswer } from '../forms/AnswerFields.tsx';
import { instantAt, localTimeOf } from '../forms/wall-clock.ts';
import { useHeading } from '../panels/element/useHeading.ts';
import { ForgottenList } from './ForgottenList.tsx';
import { KeptBy } from './KeptBy.tsx';
import classes from './trial.module.css';
import { beginTrial, type Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly pathway: Pathway;
  readonly onBegin: (trial: Trial) => void;
}

/** Who is to walk: a persona of this pathway, or somebody made up on the spot. */
export function WalkerChoice({ pathway, onBegin }: Props) {
  const { installation, words } = useEditor();
  const heading = useHeading(false);
  const personas = installation.personas.filter((one) => one.pathway === pathway.document.id);
  const begin = (persona: Persona) => {
    const walker = { ...persona, persona, story: persona.profile };
    onBegin(beginTrial(pathway, walker, installation.timeZone));
  };
  return (
    <div className={classes.room}>
      <header>
        <h2 className={classes.name} {...heading}>
          {words(WORDS.choose)}
        </h2>
        <p className={classes.quiet}>{words(WORDS.chooseHelp)}</p>
      </header>
      {personas.length === 0 ? (
        <p className={classes.quiet}>{words(WORDS.noPersonas)}</p>
      ) : (
        <section aria-label={words(WORDS.personas)}>
          <ul className={classes.personas}>
            {personas.map((persona) => (
              <li key={persona.id}>
                <button type="button" className={classes.persona} onClick={() => begin(persona)}>
                  <strong>
                    {persona.name}
                    <Age persona={persona} />
                  </strong>
                  <span className={classes.quiet}>{words(persona.profile)}</span>
                </button>
                <KeptBy persona={persona} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <MadeUp pathway={pathway} onBegin={onBegin} isOpen={personas.length === 0} />
      <ForgottenList />
    </div>
  );
}

/** The age, unless the sentence about the persona says it anyway. */
function Age({ persona: { participant, profile } }: { readonly persona: Persona }) {
  const { words } = useEditor();
  const { age } = participant;
  if (typeof age !== 'number' || words(profile).startsWith(String(age))) return null;
  return `, ${age} ${words(WORDS.years)}`;
}

function MadeUp({ pathway, onBegin, isOpen }: Props & { readonly isOpen: boolean }) {
  const { installation, language, words } = useEditor();
  const { document } = pathway;
  const { timeZone } = installation;
  const kind = document.subject === 'group' ? WORDS.madeUpGroup : WORDS.madeUp;
  const [name, setName] = useState('');
  const [facts, setFacts] = useState<Answer>(() => defaultAnswer(document.participant));
  const [day, setDay] = useState(() =>
    localTimeOf(new Date().toISOString(), timeZone).slice(0, 10),
  );
  const [isAsked, setAsked] = useState(false);
  // Nothing about a person is required: what is not known is part of what is tried.
  const { required: _, ...schema } = document.participant;
  const faults = isAsked ? checkAnswer(schema, facts) : [];
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const start = instantAt(`${day}T09:00`, timeZone);
    if (!start || checkAnswer(schema, facts).length > 0) return;
    const walker = { name: name.trim() || words(kind), participant: facts, start };
    onBegin(beginTrial(pathway, walker, timeZone));
  };
  return (
    <details className={classes.fold} open={isOpen}>
      <summary>{words(kind)}</summary>
      <form noValidate className={classes.form} onSubmit={begin}>
        <p className={classes.quiet}>{words(WORDS.madeUpHelp)}</p>
        <TextInput
          label={words(WORDS.name)}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <AnswerFields
          schema={schema}
          answer={facts}
          onChange={setFacts}
          faults={faults}
          language={language}
        />
        <TextInput
          type="date"
          label={words(WORDS.begins)}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {faults.length > 0 && <Alert color="red">{words(faults[0]!.message)}</Alert>}
        <Button type="submit" size="sm">
          {words(WORDS.begin)}
        </Button>
      </form>
    </details>
  );
}
