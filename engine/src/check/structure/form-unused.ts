import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A form that no activity asks for, nor any action that some step offers. */
export const formUnused: Check = ({ document, scope }) => {
  const offered = new Set(scope.nodes.flatMap(({ node }) => Object.keys(node.on ?? {})));
  const actions = Object.entries(document.actions);
  const used = new Set([
    ...actions.flatMap(([name, { form }]) => (offered.has(name) ? [form] : [])),
    ...scope.invokes.map(({ invoke }) => invoke.input.form),
  ]);
  return Object.entries(document.forms)
    .filter(([form]) => !used.has(form))
    .map(([form, { label }]) => {
      const { repair, ...found } = unused(
        'warning',
        ['forms', form],
        label ?? { it: form, en: form },
        [
          'Il modulo # non è usato da nessuna azione o attività.',
          'No action or activity uses form #.',
        ],
        ['remove-form', { form }],
      );
      // It can't go before the action that asks for it, which no step offers.
      const isAsked = actions.some(([, action]) => action.form === form);
      return isAsked ? found : { ...found, ...(repair && { repair }) };
    });
};
