import { Button, Menu, Text } from '@mantine/core';
import { ACTIVITY_KINDS, type ActivityKind, type MachineInvoke } from '@percorso/engine';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { commands } from '../../commands/registry.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { activityStart } from '../activity/activity-start.ts';
import { activityDetail } from '../activity/activity-words.ts';
import { activitiesOf } from '../connect/cause-draft.ts';
import { Row, Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { ACTIVITY_WORDS } from '../named-words.ts';
import { ActivityIcon } from './ActivityIcon.tsx';
import { ELEMENT } from './words.ts';

/** What a step waits for. */
export function Activities({ step }: { readonly step: string }) {
  const { document, words } = useEditor();
  const activities = activitiesOf(document, step);
  return (
    <Section title={words(ELEMENT.activities)}>
      {activities.length === 0 && (
        <Text size="sm" c="dimmed">
          {words(ELEMENT.noActivities)}
        </Text>
      )}
      <Rows>
        {activities.map((activity) => (
          <ActivityRow key={activity.id} step={step} activity={activity} />
        ))}
      </Rows>
      <AddActivity step={step} />
    </Section>
  );
}

interface ActivityRowProps {
  readonly step: string;
  readonly activity: MachineInvoke;
}

function ActivityRow({ step, activity }: ActivityRowProps) {
  const { document, installation, words, select } = useEditor();
  const { id, src, input } = activity;
  return (
    <Row
      icon={<ActivityIcon kind={src} />}
      label={words(input.label)}
      detail={words(activityDetail(document, installation, activity))}
      onClick={() => select({ kind: 'activity', step, activity: id })}
    />
  );
}

/** A new activity with the words of its kind, opened to be filled in. */
function AddActivity({ step }: { readonly step: string }) {
  const { document, installation, words, runAll, select, isReadOnly } = useEditor();
  const [isOpen, setOpen] = useState(false);
  if (isReadOnly) return null;
  const add = (kind: ActivityKind) => {
    const start = activityStart(document, installation, step, kind);
    if ('fault' in start || !runAll(start.steps, commands['add-activity'].label).ok) return;
    select({ kind: 'activity', step, activity: start.activity });
  };
  return (
    <Menu opened={isOpen} onChange={setOpen} transitionProps={{ duration: 0 }} width="target">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />}>
          {words(ELEMENT.addActivity)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen &&
          ACTIVITY_KINDS.map((kind) => {
            const start = activityStart(document, installation, step, kind);
            const fault = 'fault' in start ? start.fault : undefined;
            const { label, help } = ACTIVITY_WORDS[kind];
            return (
              <Menu.Item
                key={kind}
                leftSection={<ActivityIcon kind={kind} />}
                disabled={fault !== undefined}
                onClick={() => add(kind)}
              >
                {words(label)}
                <Text size="xs" c="dimmed">
                  {words(fault ?? help)}
                </Text>
              </Menu.Item>
            );
          })}
      </Menu.Dropdown>
    </Menu>
  );
}
