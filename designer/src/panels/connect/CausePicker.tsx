import { Radio, Stack } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { DurationInput } from '../fields/DurationInput.tsx';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { ActionChoice } from './ActionChoice.tsx';
import {
  activitiesOf,
  CAUSE_KINDS,
  type CauseDraft,
  type CauseKind,
  kindFault,
} from './cause-draft.ts';
import classes from './connect.module.css';
import { CAUSE_WORDS, CONNECT } from './words.ts';

interface Props {
  /** The step at which the transition starts. */
  readonly from: string;
  readonly value: CauseDraft;
  readonly onChange: (draft: CauseDraft) => void;
}

/** What makes a youth go on from a step, in plain words. */
export function CausePicker({ from, value, onChange }: Props) {
  const { document, words } = useEditor();
  return (
    <Radio.Group
      size="sm"
      label={words(CONNECT.what)}
      value={value.kind}
      onChange={(kind) => onChange({ ...value, kind: kind as CauseKind })}
    >
      <Stack gap="sm" mt="xs">
        {CAUSE_KINDS.map((kind) => {
          const fault = kindFault(document, from, kind);
          const { label, help } = CAUSE_WORDS[kind];
          return (
            <div
              key={kind}
              className={classes.cause}
              data-chosen={value.kind === kind || undefined}
            >
              <Radio
                size="sm"
                value={kind}
                label={words(label)}
                description={words(fault ?? help)}
                disabled={fault !== undefined}
              />
              {value.kind === kind && !fault && (
                <CauseDetails from={from} value={value} onChange={onChange} />
              )}
            </div>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}

function CauseDetails({ from, value, onChange }: Props) {
  const { document, words, language } = useEditor();
  switch (value.kind) {
    case 'action':
      return <ActionChoice value={value} onChange={onChange} />;
    case 'timer':
      return (
        <DurationInput
          label={words(CONNECT.howLong)}
          value={value.span}
          onChange={(span) => onChange({ ...value, span })}
        />
      );
    case 'done':
    case 'failed':
      return (
        <SearchSelect
          label={words(CONNECT.activity)}
          value={value.activity}
          onChange={(activity) => onChange({ ...value, activity })}
          data={activitiesOf(document, from).map(({ id, input }) => ({
            value: id,
            label: input.label[language],
          }))}
        />
      );
    default:
      return null;
  }
}
