import { available, type Possibility } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { ActionItem } from './ActionItem.tsx';
import { ActivityItem } from './ActivityItem.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Impossible } from './Impossible.tsx';
import classes from './trial.module.css';
import type { Walking } from './useTrial.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly walking: Walking;
  readonly trial: Trial;
}

/** Everything that can happen to the walker at this moment, and what can't, with the reason. */
export function Possibilities({ walking, trial }: Props) {
  const { words } = useEditor();
  const { state, now, participant } = trial.moments.at(-1)!;
  // One form is open at a time, and only for the moment in which it was opened.
  const [open, setOpen] = useState<{ name: string; at: Trial['moments'] }>();
  const opened = open?.at === trial.moments ? open.name : undefined;
  const toggle = (name: string) =>
    setOpen(opened === name ? undefined : { name, at: trial.moments });
  const { timeZone } = trial;
  const offered = available(trial.pathway, state, { now, timeZone, participant });
  const can = offered.filter(({ verdict }) => verdict !== 'no');
  const activities = Object.keys(state.activities);
  const isStuck = can.length + activities.length + Object.keys(state.timers).length === 0;
  const formOf = (name: string) => ({
    walking,
    trial,
    isOpen: opened === name,
    onToggle: () => toggle(name),
  });
  return (
    <section className={classes.can} aria-labelledby="trial-can">
      <h3 id="trial-can" className={classes.heading}>
        {words(WORDS.can)}
      </h3>
      {isStuck && <p>{words(WORDS.cannotGoOn)}</p>}
      <Part title={words(WORDS.actions)} items={can}>
        {(possibility: Possibility) => (
          <ActionItem
            key={possibility.action}
            possibility={possibility}
            {...formOf(`action ${possibility.action}`)}
          />
        )}
      </Part>
      <Part title={words(WORDS.activities)} items={activities}>
        {(activity: string) => (
          <ActivityItem key={activity} activity={activity} {...formOf(`activity ${activity}`)} />
        )}
      </Part>
      <Deadlines trial={trial} put={walking.put} />
      <Impossible possibilities={offered.filter(({ verdict }) => verdict === 'no')} />
    </section>
  );
}

interface PartProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly children: (item: Item) => React.ReactNode;
}

function Part<Item>({ title, items, children }: PartProps<Item>) {
  if (items.length === 0) return null;
  return (
    <>
      <h4 className={classes.subheading}>{title}</h4>
      <ul className={classes.list}>{items.map(children)}</ul>
    </>
  );
}
