import { Button } from '@mantine/core';
import { findNode } from '../../commands/edit/nodes.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { newStepName } from '../../editor/new-name.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { CommandButton } from '../fields/CommandButton.tsx';
import { useAddStep } from './useAddStep.ts';
import { ELEMENT } from './words.ts';

interface Props {
  readonly step: string;
  readonly kind: 'simple' | 'group' | 'regions';
}

/** Steps inside a step: one after the other, or side by side. */
export function GroupKind({ step, kind }: Props) {
  const { document, words, isReadOnly } = useEditor();
  const addStep = useAddStep();
  const found = findNode(document, step);
  const [first] = 'code' in found ? [] : Object.keys(found.node.states ?? {});
  if (isReadOnly) return null;
  return (
    <>
      {kind !== 'regions' && (
        <Button variant="default" size="sm" onClick={() => addStep({ into: step })}>
          {words(ELEMENT.addInside)}
        </Button>
      )}
      {kind === 'regions' && <AddBranch group={step} />}
      {kind !== 'simple' && <AddReturn group={step} />}
      {kind === 'group' && (
        <>
          <CommandButton command="make-group-parallel" parameters={{ group: step }}>
            {words(ELEMENT.makeParallel)}
          </CommandButton>
          <CommandButton command="ungroup" parameters={{ group: step }}>
            {words(ELEMENT.ungroup)}
          </CommandButton>
        </>
      )}
      {kind === 'regions' && first !== undefined && (
        <CommandButton command="make-group-sequential" parameters={{ group: step, initial: first }}>
          {words(ELEMENT.makeSequential)}
        </CommandButton>
      )}
    </>
  );
}

function AddBranch({ group }: { readonly group: string }) {
  const { document, words, select } = useEditor();
  const region = newStepName(document, ELEMENT.branch.it);
  const first = { step: newStepName(document, ELEMENT.newStep.it), label: ELEMENT.newStep };
  return (
    <CommandButton
      command="add-region"
      parameters={{ group, region, label: ELEMENT.branch, first }}
      onDone={() => select(stepsSelected(region))}
    >
      {words(ELEMENT.addBranch)}
    </CommandButton>
  );
}

function AddReturn({ group }: { readonly group: string }) {
  const { document, words, select } = useEditor();
  const step = newStepName(document, ELEMENT.newReturn.it);
  return (
    <CommandButton
      command="add-history"
      parameters={{ group, step, label: ELEMENT.newReturn, history: 'shallow' }}
      onDone={() => select(stepsSelected(step))}
    >
      {words(ELEMENT.addReturn)}
    </CommandButton>
  );
}
