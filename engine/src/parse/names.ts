import type { DocumentProblem, Place, ProblemCode } from './problem.ts';
import { listOf, problem } from './problems.ts';
import { isReserved } from './reserved-names.ts';
import type { Check, Scope } from './scope.ts';

/** Everything that is named is declared: actions, guards, forms, messages; stages only once. */
export const namesAreKnown: Check = (scope) => [
  ...actions(scope),
  ...guards(scope),
  ...forms(scope),
  ...messages(scope),
  ...stages(scope),
];

function actions({ document, nodes }: Scope): DocumentProblem[] {
  return nodes.flatMap(({ node, place }) =>
    Object.keys(node.on ?? {}).flatMap((name) =>
      checkName('action-unknown', document.actions, name, [...place, 'on', name]),
    ),
  );
}

function guards({ document, transitions }: Scope): DocumentProblem[] {
  return transitions.flatMap(({ transition, place }) =>
    checkName('guard-unknown', document.rules, transition.guard, [...place, 'guard']),
  );
}

function forms({ document, invokes }: Scope): DocumentProblem[] {
  const ofActions = Object.entries(document.actions).flatMap(([name, { form }]) =>
    checkName('form-unknown', document.forms, form, ['actions', name, 'form']),
  );
  const ofActivities = invokes.flatMap(({ invoke, place }) =>
    checkName('form-unknown', document.forms, invoke.input.form, [...place, 'input', 'form']),
  );
  return [...ofActions, ...ofActivities];
}

function messages({ document, effects, invokes }: Scope): DocumentProblem[] {
  const check = (name: string | undefined, place: Place) =>
    checkName('message-unknown', document.messages, name, place);
  const ofEffects = effects.flatMap(({ effect, place }) =>
    effect.type === 'message' ? check(effect.params.message, [...place, 'params', 'message']) : [],
  );
  const ofEnrolments = invokes.flatMap(({ invoke: { input }, place }) =>
    (['enrolled', 'waiting'] as const).flatMap((key) =>
      check(input.messages?.[key], [...place, 'input', 'messages', key]),
    ),
  );
  return [...ofEffects, ...ofEnrolments];
}

function stages({ document }: Scope): DocumentProblem[] {
  const seen = new Set<string>();
  return document.stages.flatMap(({ id }, index) => {
    const place = ['stages', index, 'id'];
    if (isReserved(id)) return [problem('name-reserved', place, id)];
    if (seen.has(id)) return [problem('stage-duplicate', place, id)];
    seen.add(id);
    return [];
  });
}

function checkName(
  code: ProblemCode,
  declared: Readonly<Record<string, unknown>>,
  name: string | undefined,
  place: Place,
): DocumentProblem[] {
  if (name === undefined || Object.hasOwn(declared, name)) return [];
  return [problem(code, place, name, listOf(Object.keys(declared)))];
}
