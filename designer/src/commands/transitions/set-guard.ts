import { defineCommand } from '../command.ts';
import { undeclared } from '../edit/declarations.ts';
import { withKey } from '../edit/records.ts';
import { name, orNone } from '../readers.ts';
import { place, withTransition } from './place.ts';

const parameters = { transition: place, guard: orNone(name) };

/** Change pattern 13, “update condition”: another rule allows the transition, or none is needed. */
export const setGuard = defineCommand({
  name: 'set-guard',
  label: { it: 'Cambia la condizione del passaggio', en: "Change the transition's condition" },
  parameters,
  edit: (document, { transition, guard }) => {
    const unknown = guard === null ? undefined : undeclared(document, 'rules', guard);
    return unknown ?? withTransition(document, transition, (one) => withKey(one, 'guard', guard));
  },
});
