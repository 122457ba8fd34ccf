import { Button, Group, Menu } from '@mantine/core';
import { type ActivityKind, type Effect, FAILURES, type Refusal } from '@percorso/engine';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { ACTIVITY_WORDS, ROLE_WORDS } from '../panels/named-words.ts';
import { capital } from '../panels/sentences.ts';
import type { ItemProps } from './ActionItem.tsx';
import { EnrolmentMessages } from './EnrolmentMessages.tsx';
import { HappeningForm } from './HappeningForm.tsx';
import { FAILURE_WORDS, factWords } from './happening-words.ts';
import { momentWords } from './moment-words.ts';
import { RefusalNote } from './RefusalNote.tsx';
import classes from './trial.module.css';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

type Opened = Extract<Effect, { type: 'open-activity' }>;

interface Props extends ItemProps {
  readonly activity: string;
}

/** What the case waits for: it ends, with its form, or it falls through. */
export function ActivityItem({ activity, walking, trial, isOpen, onToggle }: Props) {
  const { words } = useEditor();
  const [refusal, setRefusal] = useState<Refusal>();
  const opened = openingOf(trial, activity);
  if (!opened) return null;
  const { kind, input } = opened;
  const form = input.form === undefined ? undefined : trial.pathway.document.forms[input.form];
  const end = () => {
    if (form) return onToggle();
    setRefusal(walking.perform({ do: { type: 'done', activity } }));
  };
  return (
    <li className={classes.item}>
      <strong>{words(input.label)}</strong>
      <span className={classes.quiet}>
        {words(ACTIVITY_WORDS[kind].label)}
        <Details opened={opened} trial={trial} />
      </span>
      {kind === 'enrolment' && <EnrolmentMessages input={input} />}
      <Group gap="xs">
        <Button size="xs" variant="light" {...(form && { 'aria-expanded': isOpen })} onClick={end}>
          {words(WORDS.done[kind])}
        </Button>
        <FailureMenu
          kind={kind}
          onChoose={(reason) =>
            setRefusal(walking.perform({ do: { type: 'failed', activity, reason } }))
          }
        />
      </Group>
      {refusal && <RefusalNote refusal={refusal} />}
      {form && isOpen && (
        <HappeningForm
          schema={form}
          onSubmit={(answer) => walking.perform({ do: { type: 'done', activity, answer } })}
          onCancel={onToggle}
        />
      )}
    </li>
  );
}

/** What was said when it was opened: the last time, if it was opened more than once. */
function openingOf({ moments }: Trial, activity: string): Opened | undefined {
  const openings = moments
    .flatMap(({ effects }) => effects)
    .filter((effect): effect is Opened => effect.type === 'open-activity');
  return openings.findLast((effect) => effect.activity === activity);
}

interface DetailsProps {
  readonly opened: Opened;
  readonly trial: Trial;
}

/** Who does it, when and where, as far as it is known. */
function Details({ opened, trial }: DetailsProps) {
  const { installation, language, words } = useEditor();
  const { document } = trial.pathway;
  const { timeZone } = trial;
  const { input, resolved, dueAt } = opened;
  const role = input.assignee && 'role' in input.assignee ? input.assignee.role : undefined;
  const named = input.assignee && 'organisation' in input.assignee && input.assignee.organisation;
  const id = typeof named === 'string' ? named : resolved.organisation;
  const organisation = installation.organisations.find((one) => one.id === id)?.name;
  const say = (
    reference: { fact: string } | undefined,
    value: (typeof resolved)[string] | undefined,
  ) =>
    reference &&
    value !== undefined &&
    factWords(document, reference.fact, value, language, timeZone);
  const parts = [
    role && words(ROLE_WORDS[role]),
    organisation,
    say(input.at, resolved.at),
    say(input.place, resolved.place),
    dueAt && `${words(WORDS.due)} ${momentWords(dueAt, language, timeZone)}`,
  ];
  return parts.flatMap((part) => (part ? [` · ${part}`] : [])).join('');
}

interface FailureMenuProps {
  readonly kind: ActivityKind;
  readonly onChoose: (reason: (typeof FAILURES)[number]) => void;
}

function FailureMenu({ kind, onChoose }: FailureMenuProps) {
  const { words } = useEditor();
  const reasons = FAILURES.filter((reason) => (reason === 'unreachable') === (kind === 'service'));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {words(WORDS.fails)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reasons.map((reason) => (
          <Menu.Item key={reason} onClick={() => onChoose(reason)}>
            {capital(words(FAILURE_WORDS[reason]))}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
