import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A form that no action and no activity asks for. */
export const formUnused: Check = ({ document, scope }) => {
  const used = new Set([
    ...Object.values(document.actions).map((action) => action.form),
    ...scope.invokes.map(({ invoke }) => invoke.input.form),
  ]);
  return Object.entries(document.forms)
    .filter(([form]) => !used.has(form))
    .map(([form, { label }]) =>
      unused(
        'warning',
        ['forms', form],
        label ?? { it: form, en: form },
        [
          'Il modulo # non è usato da nessuna azione o attività.',
          'No action or activity uses form #.',
        ],
        ['remove-form', { form }],
      ),
    );
};
