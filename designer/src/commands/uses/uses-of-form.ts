import type { PathwayDocument } from '@percorso/engine';
import { declarationUse, placedActivities, stepUse, type Use } from './use.ts';

/** Where a form is filled in: with an action, or to complete an activity. */
export function usesOfForm(document: PathwayDocument, form: string): readonly Use[] {
  const withActions = Object.entries(document.actions)
    .filter(([, action]) => action.form === form)
    .map(([name, { label }]) =>
      declarationUse({ it: 'l’azione', en: 'action' }, label, `/actions/${name}/form`),
    );
  const inActivities = placedActivities(document)
    .filter(({ activity }) => activity.input.form === form)
    .map((one) => stepUse(document, { ...one, path: `${one.path}/input/form` }));
  return [...withActions, ...inActivities];
}
