import type { ActivityKind, Language } from '@percorso/engine';
import {
  IconApi,
  IconCalendarEvent,
  IconChecklist,
  IconClock,
  IconRepeat,
  IconRoute,
  IconSchool,
} from '@tabler/icons-react';
import { hiddenWords } from './canvas-nodes.ts';
import type { DrawnActivity, DrawnStep } from './drawn-steps.ts';
import { WORDS } from './words.ts';

const ICONS: Readonly<Record<ActivityKind, typeof IconApi>> = {
  task: IconChecklist,
  appointment: IconCalendarEvent,
  enrolment: IconSchool,
  pathway: IconRoute,
  service: IconApi,
};

interface Props {
  readonly drawn: DrawnStep;
  readonly hiddenCount?: number | undefined;
  readonly language: Language;
}

/** What a step waits for, under its name. The node's label says the same to a screen reader. */
export function StepFacts({ drawn, hiddenCount, language }: Props) {
  const { activities, timers, isRepeated, note } = drawn;
  const isPlain = activities.length + timers.length === 0;
  const isGroup = drawn.kind === 'group' || drawn.kind === 'regions';
  return (
    <>
      {activities.length > 0 && <Activities activities={activities} />}
      {(timers.length > 0 || isRepeated) && (
        <span className="canvas-fact">
          {timers.length > 0 && <IconClock size={14} aria-hidden />}
          <span className="canvas-fact-words" title={timers.join('\n')}>
            {timers[0]}
          </span>
          {timers.length > 1 && <span className="canvas-more">+{timers.length - 1}</span>}
          {isRepeated && (
            <span title={WORDS.repeated[language]}>
              <IconRepeat size={14} aria-hidden />
            </span>
          )}
        </span>
      )}
      {hiddenCount !== undefined && (
        <span className="canvas-fact">{hiddenWords(hiddenCount)[language]}</span>
      )}
      {isPlain && !isGroup && note && <span className="canvas-fact canvas-note">{note}</span>}
    </>
  );
}

function Activities({ activities }: { readonly activities: readonly DrawnActivity[] }) {
  const [first] = activities;
  const said = activities.map(({ label, who }) => (who ? `${label} — ${who}` : label));
  if (!first) return null;
  const Icon = ICONS[first.kind];
  return (
    <span className="canvas-fact" title={said.join('\n')}>
      <Icon size={14} aria-hidden />
      <span className="canvas-fact-words">
        {first.label}
        {first.who && <span className="canvas-who"> · {first.who}</span>}
      </span>
      {activities.length > 1 && <span className="canvas-more">+{activities.length - 1}</span>}
    </span>
  );
}
