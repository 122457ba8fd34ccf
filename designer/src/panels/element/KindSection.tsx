import { Group, NativeSelect, Text } from '@mantine/core';
import { OUTCOMES, type Outcome } from '@percorso/engine';
import { findNode, kindOf } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { OUTCOME_WORDS } from '../../outcome-words.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { Section } from '../fields/Section.tsx';
import { GroupKind } from './GroupKind.tsx';
import { HistoryKind } from './HistoryKind.tsx';
import { ELEMENT } from './words.ts';

/** What a step is, and what else it could become. */
export function KindSection({ step }: { readonly step: string }) {
  const { document, words } = useEditor();
  const found = findNode(document, step);
  if ('code' in found || found.parent === undefined) return null;
  const kind = kindOf(found.node);
  const isTop = found.parent === document.machine.id;
  return (
    <Section title={words(ELEMENT.kind)}>
      <Text size="sm">{words(ELEMENT.kinds[kind === 'final' && !isTop ? 'end' : kind])}</Text>
      {kind === 'final' && isTop && <OutcomeSelect step={step} />}
      {kind === 'history' && <HistoryKind step={step} node={found.node} />}
      <Group gap="xs">
        {kind === 'simple' && <MakeFinal step={step} isTop={isTop} />}
        {kind === 'final' && (
          <CommandButton command="set-step-kind" parameters={{ step, kind: 'step' }}>
            {words(ELEMENT.makeSimple)}
          </CommandButton>
        )}
        {kind !== 'final' && kind !== 'history' && <GroupKind step={step} kind={kind} />}
        {kind !== 'history' && <MakeFirst step={step} group={found.parent} />}
      </Group>
    </Section>
  );
}

interface MakeFinalProps {
  readonly step: string;
  /** Whether it ends the case, not only its group. */
  readonly isTop: boolean;
}

function MakeFinal({ step, isTop }: MakeFinalProps) {
  const { words } = useEditor();
  const outcome = isTop ? ({ outcome: 'completed' } as const) : {};
  return (
    <CommandButton command="set-step-kind" parameters={{ step, kind: 'final', ...outcome }}>
      {words(isTop ? ELEMENT.makeFinal : ELEMENT.makeEnd)}
    </CommandButton>
  );
}

interface MakeFirstProps {
  readonly step: string;
  readonly group: string;
}

function MakeFirst({ step, group }: MakeFirstProps) {
  const { document, words } = useEditor();
  const around = findNode(document, group);
  if ('code' in around || around.node.initial === step) return null;
  if (around.node.type === 'parallel')
    return (
      <Text size="sm" c="dimmed">
        {words(ELEMENT.allAtOnce)}
      </Text>
    );
  return (
    <CommandButton command="set-initial" parameters={{ group, step }}>
      {words(ELEMENT.makeFirst)}
    </CommandButton>
  );
}

function OutcomeSelect({ step }: { readonly step: string }) {
  const { document, words, run, isReadOnly } = useEditor();
  return (
    <NativeSelect
      size="sm"
      label={words(ELEMENT.outcome)}
      value={document.steps[step]?.outcome ?? ''}
      disabled={isReadOnly}
      onChange={(event) =>
        run('set-outcome', { step, outcome: event.currentTarget.value as Outcome })
      }
      data={OUTCOMES.map((value) => ({ value, label: words(OUTCOME_WORDS[value]) }))}
    />
  );
}
