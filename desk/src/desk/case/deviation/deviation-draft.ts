import { DEVIATION_KINDS, type DeviationKind } from '@percorso/engine';
import type { DeviationAsked, DeviationsView } from '@percorso/server/contract';
import { romeInstant } from '../../form/rome-time.ts';

/** What stands in the controls while a change is prepared; what is not filled in is empty. */
export interface DeviationDraft {
  readonly kind: string;
  /** Of a skip: both steps, `<from> <to>`. */
  readonly way: string;
  readonly back: string;
  readonly to: string;
  readonly label: string;
  /** `role <name>` or `organisation <id>`. */
  readonly assignee: string;
  /** A day, as in a date control. */
  readonly dueOn: string;
  readonly form: string;
  readonly activity: string;
  readonly reason: string;
}

export const EMPTY_DRAFT: DeviationDraft = {
  kind: '',
  way: '',
  back: '',
  to: '',
  label: '',
  assignee: '',
  dueOn: '',
  form: '',
  activity: '',
  reason: '',
};

const REASON_LENGTH_MIN = 3;

export function isDeviationKind(value: string | null): value is DeviationKind {
  return DEVIATION_KINDS.some((kind) => kind === value);
}

/** The kinds of change that would not be refused, in the order in which they are offered. */
export function offeredKinds(possible: DeviationsView, isActive: boolean): DeviationKind[] {
  const { skip, goBack, goTo, assignees, tasks, undo } = possible;
  const isOffered: Record<DeviationKind, boolean> = {
    skip: skip.length > 0,
    'go-back': goBack.length > 0,
    'go-to': goTo.length > 0,
    'add-task': isActive && assignees.roles.length + assignees.organisations.length > 0,
    'withdraw-task': tasks.length > 0,
    undo: undo !== null && undo.refusal === null,
  };
  return DEVIATION_KINDS.filter((kind) => isOffered[kind]);
}

/**
 * The ways on past a present step. Where an arrow of a group leads on, so it does from the steps
 * inside: it is told once, of the innermost, which come last.
 */
export function waysOf({ skip }: DeviationsView) {
  const ways = skip.flatMap(({ from, to }) =>
    to.map((target) => ({ way: `${from.step} ${target.step}`, from, to: target })),
  );
  return ways.filter((one, n) => !ways.slice(n + 1).some(({ to }) => to.step === one.to.step));
}

/** The draft without what is not possible any more; where there is one choice only, it is made. */
export function settle(draft: DeviationDraft, possible: DeviationsView): DeviationDraft {
  const one = (chosen: string, choices: readonly string[]) => {
    if (choices.includes(chosen)) return chosen;
    return choices.length === 1 ? choices[0]! : '';
  };
  const keys = (steps: DeviationsView['goTo']) => steps.map(({ step }) => step);
  const { roles, organisations } = possible.assignees;
  return {
    ...draft,
    way: one(
      draft.way,
      waysOf(possible).map(({ way }) => way),
    ),
    back: one(draft.back, keys(possible.goBack)),
    to: one(draft.to, keys(possible.goTo)),
    assignee: one(draft.assignee, [
      ...roles.map(({ role }) => `role ${role}`),
      ...organisations.map(({ id }) => `organisation ${id}`),
    ]),
    form: possible.forms.some(({ form }) => form === draft.form) ? draft.form : '',
    activity: one(
      draft.activity,
      possible.tasks.map(({ activity }) => activity),
    ),
  };
}

/** What a settled draft asks for; nothing while something in it is missing. */
export function askedOf(
  draft: DeviationDraft,
  possible: DeviationsView,
): DeviationAsked | undefined {
  switch (draft.kind as DeviationKind) {
    case 'skip': {
      const way = waysOf(possible).find((one) => one.way === draft.way);
      return way && { type: 'skip', from: way.from.step, to: way.to.step };
    }
    case 'go-back':
      return draft.back ? { type: 'go-back', to: draft.back } : undefined;
    case 'go-to':
      return draft.to ? { type: 'go-to', to: draft.to } : undefined;
    case 'add-task':
      return taskOf(draft);
    case 'withdraw-task':
      return draft.activity ? { type: 'withdraw-task', activity: draft.activity } : undefined;
    case 'undo':
      return possible.undo?.refusal === null ? { type: 'undo', of: possible.undo.of } : undefined;
    default:
      return undefined;
  }
}

type TaskAsked = Extract<DeviationAsked, { type: 'add-task' }>;

function taskOf({ label, assignee, dueOn, form }: DeviationDraft): TaskAsked | undefined {
  const [kind, name] = assignee.split(' ');
  if (!label.trim() || !kind || !name) return undefined;
  // By the end of that day.
  const dueAt = dueOn && romeInstant(`${dueOn}T23:59`);
  return {
    type: 'add-task',
    label: label.trim(),
    assignee:
      kind === 'role'
        ? { role: name as NonNullable<TaskAsked['assignee']['role']> }
        : { organisation: name },
    ...(dueAt && { dueAt }),
    ...(form && { form }),
  };
}

/** The controls of a settled draft that are to be filled in, or filled in otherwise. */
export function missingIn(draft: DeviationDraft, today: string): (keyof DeviationDraft)[] {
  const asked: Record<DeviationKind, (keyof DeviationDraft)[]> = {
    skip: ['way'],
    'go-back': ['back'],
    'go-to': ['to'],
    'add-task': ['label', 'assignee'],
    'withdraw-task': ['activity'],
    undo: [],
  };
  const needed = isDeviationKind(draft.kind) ? asked[draft.kind] : (['kind'] as const);
  const missing = needed.filter((name) => draft[name].trim() === '');
  if (draft.kind === 'add-task' && draft.dueOn && draft.dueOn < today) missing.push('dueOn');
  if (draft.reason.trim().length < REASON_LENGTH_MIN) missing.push('reason');
  return missing;
}
