/** What an undoing cannot take back, in both languages. */
import type { CaseState, Circumstances, Effect, Pathway } from '../case.ts';
import { about } from '../check/words.ts';
import type { PathwayDocument, Words } from '../document.ts';
import { whatLasts } from '../migrate/take-back-words.ts';
import { compiled } from '../pathway.ts';
import { happenAgain, type Replayable } from './happen-again.ts';

/** What the undone step did to the world outside: it is taken once more from `before`. */
export function lastingOf(
  pathway: Pathway,
  before: CaseState,
  undone: Replayable,
  circumstances: Circumstances,
  unsent: readonly string[],
): Words[] {
  const done = happenAgain(pathway, before, undone, circumstances);
  if (!done.ok) return [];
  const { document, tree } = compiled(pathway);
  const messages = done.effects
    .flatMap((one) => (one.type === 'message' ? [one.message] : []))
    .filter((name) => !unsent.includes(name));
  const activitiesWithdrawn = done.effects.flatMap((one) => {
    const declared = one.type === 'withdraw-activity' && tree.activities.get(one.activity);
    if (!declared || !Object.hasOwn(before.activities, one.activity)) return [];
    return [{ activity: one.activity, kind: declared.kind, label: declared.input.label }];
  });
  return [
    ...whatLasts(document, { messages, activitiesWithdrawn }),
    ...done.effects.flatMap((one) => ofOpened(document, one, unsent)),
  ];
}

/** A request leaves as soon as it is opened; a seat may have sent its messages. */
function ofOpened(
  { messages }: PathwayDocument,
  effect: Effect,
  unsent: readonly string[],
): Words[] {
  if (effect.type !== 'open-activity') return [];
  const { kind, input } = effect;
  if (kind === 'service')
    return [about(input.label, 'La richiesta # è già partita.', 'The request # has been sent.')];
  const perhaps = Object.values(input.messages ?? {}).filter((name) => !unsent.includes(name));
  return perhaps.map((name) =>
    about(
      messages[name]!.subject,
      'Il messaggio # può essere già partito.',
      'The message # may have been sent.',
    ),
  );
}
