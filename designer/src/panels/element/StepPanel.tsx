import { Stack } from '@mantine/core';
import { findNode, kindOf } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { ConditionalStep } from '../../rules/ConditionalStep.tsx';
import { Effects } from '../effects/Effects.tsx';
import { EFFECTS } from '../effects/words.ts';
import { WordsField } from '../fields/WordsField.tsx';
import { stepLabel } from '../sentences.ts';
import { WORDS } from '../words.ts';
import { Activities } from './Activities.tsx';
import { KindSection } from './KindSection.tsx';
import { PanelHead } from './PanelHead.tsx';
import { RemoveStep } from './RemoveStep.tsx';
import { StageSelect } from './StageSelect.tsx';
import { WaysIn } from './WaysIn.tsx';
import { WaysOut } from './WaysOut.tsx';
import { ELEMENT } from './words.ts';

/** One step: what it is called, what is done there, where it leads. */
export function StepPanel({ step }: { readonly step: string }) {
  const { document, words, run } = useEditor();
  const found = findNode(document, step);
  if ('code' in found) return null;
  const { node, parent } = found;
  const isWhole = parent === undefined;
  const kind = kindOf(node);
  const isEnd = kind === 'final' && parent !== document.machine.id;
  const waits = kind !== 'final' && kind !== 'history';
  return (
    <Stack gap="md">
      <PanelHead
        kind={words(ELEMENT.kinds[isEnd ? 'end' : kind])}
        title={words(stepLabel(document, step))}
        {...(!isWhole && parent !== document.machine.id && { step: parent })}
      />
      {!isWhole && (
        <>
          <WordsField
            label={words(WORDS.name)}
            value={stepLabel(document, step)}
            onCommit={(label) => run('set-step-label', { step, label })}
          />
          <WordsField
            label={words(WORDS.help)}
            description={words(ELEMENT.stepHelp)}
            isLong
            value={document.steps[step]?.help}
            onCommit={(help) => run('set-step-help', { step, help })}
            onClear={() => run('set-step-help', { step, help: null })}
          />
          <StageSelect steps={[step]} value={document.steps[step]?.stage ?? null} />
        </>
      )}
      {waits && <Activities step={step} />}
      {waits && <WaysOut step={step} />}
      {!isWhole && <WaysIn step={step} />}
      {!isWhole && <KindSection step={step} />}
      {kind !== 'history' && (
        <Effects on={{ step, moment: 'entry' }} title={words(EFFECTS.entry)} />
      )}
      {waits && <Effects on={{ step, moment: 'exit' }} title={words(EFFECTS.exit)} />}
      {!isWhole && waits && <ConditionalStep step={step} />}
      {!isWhole && <RemoveStep step={step} />}
    </Stack>
  );
}
