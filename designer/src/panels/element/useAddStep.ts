import { useEditor } from '../../editor/editor-context.ts';
import { newStepName } from '../../editor/new-name.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { ELEMENT } from './words.ts';

/** Adds a step with a name to be changed, beside another or inside a group, and shows it. */
export function useAddStep() {
  const { document, run, select } = useEditor();
  return ({ after, into }: { readonly after?: string | undefined; readonly into?: string }) => {
    const label = ELEMENT.newStep;
    const step = newStepName(document, label.it);
    const place = { ...(after !== undefined && { after }), ...(into !== undefined && { into }) };
    if (run('add-step', { step, label, ...place }).ok) select(stepsSelected(step));
  };
}
