import { Alert, Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import type { PathwayDocument } from '@percorso/engine';
import { useMemo, useState } from 'react';
import { documentSteps } from '../document-steps.ts';
import type { Step } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import type { ReadPathway } from '../editor/props.ts';
import { quoted } from '../panels/sentences.ts';
import { EditDialog } from './EditDialog.tsx';
import { inlineSteps, waitedPathway } from './inline-command.ts';
import type { Chosen } from './step-command.ts';
import { useOtherPathway } from './useOtherPathway.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly chosen: Chosen;
  readonly onDone: (steps: readonly Step[]) => void;
  readonly onClose: () => void;
}

/** Brings another pathway's steps here: which one, what it holds, and whether it can be done. */
export function InlineDialog({ chosen, onDone, onClose }: Props) {
  const { words } = useEditor();
  const { document } = chosen;
  const step = chosen.chosen[0]!.key;
  const [pathway, setPathway] = useState(() => waitedPathway(document, step) ?? '');
  const { read, again } = useOtherPathway(pathway);
  const steps = useMemo(
    () => (read?.ok ? inlineSteps(document, step, read.document) : undefined),
    [document, step, read],
  );
  return (
    <EditDialog
      title={WORDS.inline.label}
      document={document}
      steps={steps}
      status={pathway && <Reading read={read} onAgain={again} />}
      onConfirm={onDone}
      onClose={onClose}
    >
      <Text>{words(WORDS.inline.lead)}</Text>
      <PathwaySelect chosen={chosen} value={pathway} onChange={setPathway} />
    </EditDialog>
  );
}

interface PathwaySelectProps {
  readonly chosen: Chosen;
  readonly value: string;
  readonly onChange: (pathway: string) => void;
}

/** A step that waits for a pathway already leaves no choice. */
function PathwaySelect({ chosen: { document, chosen }, value, onChange }: PathwaySelectProps) {
  const { installation, words } = useEditor();
  const waited = waitedPathway(document, chosen[0]!.key);
  const others = installation.pathways.filter(({ id }) => id !== document.id);
  const known = others.some(({ id }) => id === waited);
  const data = [
    ...others.map(({ id, title }) => ({ value: id, label: words(title) })),
    ...(waited !== undefined && !known ? [{ value: waited, label: waited }] : []),
  ];
  return (
    <Select
      label={words(WORDS.inline.which)}
      data={data}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      readOnly={waited !== undefined}
      searchable={waited === undefined}
      nothingFoundMessage={words(WORDS.nothingFound)}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      data-autofocus
      {...(waited !== undefined && { description: words(WORDS.inline.waited) })}
    />
  );
}

interface ReadingProps {
  readonly read: ReadPathway | undefined;
  readonly onAgain: () => void;
}

function Reading({ read, onAgain }: ReadingProps) {
  const { words } = useEditor();
  if (!read) {
    return (
      <Group gap="xs">
        <Loader size="xs" aria-hidden />
        <Text>{words(WORDS.inline.reading)}</Text>
      </Group>
    );
  }
  if (read.ok) return <Contents source={read.document} />;
  return (
    <Alert color="orange">
      <Stack gap="xs" align="flex-start">
        {read.why}
        <Button size="xs" variant="default" onClick={onAgain}>
          {words(WORDS.inline.again)}
        </Button>
      </Stack>
    </Alert>
  );
}

/** What would come: its outermost steps, in their order on the drawing. */
function Contents({ source }: { readonly source: PathwayDocument }) {
  const { language, words } = useEditor();
  const outer = documentSteps(source).filter(({ parent }) => parent === undefined);
  const names = outer.map(({ key }) => quoted(source.steps[key]?.label[language] ?? key, language));
  return (
    <Text size="sm">
      {words(WORDS.inline.brings)}: {names.join(', ')}.
    </Text>
  );
}
