import { Button } from '@mantine/core';
import { innermostOf, type Pathway, type Possibility, type Refusal } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { ROLE_WORDS } from '../panels/named-words.ts';
import { quoted, stepLabel } from '../panels/sentences.ts';
import { HappeningForm } from './HappeningForm.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import classes from './trial.module.css';
import type { Walking } from './useTrial.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

export interface ItemProps {
  readonly walking: Walking;
  readonly trial: Trial;
  /** Whether its form is shown. */
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

interface Props extends ItemProps {
  readonly possibility: Possibility;
}

/** An action that can be taken: at once, or after its form. */
export function ActionItem({ possibility, walking, trial, isOpen, onToggle }: Props) {
  const { words } = useEditor();
  const [refusal, setRefusal] = useState<Refusal>();
  const { action, label, form, roles, emphasis } = possibility;
  const { document } = trial.pathway;
  const press = () => {
    if (form) return onToggle();
    setRefusal(walking.perform({ do: { type: 'action', action } }));
  };
  return (
    <li className={classes.item}>
      <Button
        size="sm"
        variant={emphasis === 'primary' ? 'filled' : 'light'}
        {...(emphasis === 'final' && { color: 'red' })}
        {...(form && { 'aria-expanded': isOpen })}
        onClick={press}
      >
        {words(label)}
      </Button>
      <span className={classes.quiet}>
        {words(WORDS.by)}: {roles.map((role) => words(ROLE_WORDS[role]).toLowerCase()).join(', ')}
        <LeadsTo possibility={possibility} pathway={trial.pathway} />
      </span>
      {refusal && <RefusalNote refusal={refusal} />}
      {form && isOpen && (
        <HappeningForm
          schema={document.forms[form]!}
          onSubmit={(answer) => walking.perform({ do: { type: 'action', action, answer } })}
          onCancel={onToggle}
        />
      )}
    </li>
  );
}

interface LeadsToProps {
  readonly possibility: Possibility;
  readonly pathway: Pathway;
}

/** The steps where it would put the walker, without the groups around them. */
function LeadsTo({ possibility: { leadsTo, verdict }, pathway }: LeadsToProps) {
  const { language, words } = useEditor();
  const steps = innermostOf(pathway, leadsTo).map((step) =>
    quoted(words(stepLabel(pathway.document, step)), language),
  );
  if (steps.length === 0) return null;
  const depends = verdict === 'depends' ? ` (${words(WORDS.depends)})` : '';
  return ` · ${words(WORDS.leadsTo)} ${steps.join(', ')}${depends}`;
}
