import type {
  FactValue,
  Field,
  MachineEffect,
  PathwayDocument,
  RecordValue,
} from '@percorso/engine';

export type RecordWay = 'value' | 'answer' | 'add' | 'forget';

/** What a fact is to be set to, while it is chosen. */
export interface RecordDraft {
  readonly fact: string | null;
  readonly way: RecordWay;
  readonly value: FactValue | undefined;
  readonly answer: string | null;
  readonly add: number;
}

export function emptyDraft(document: PathwayDocument): RecordDraft {
  const [only, ...others] = Object.keys(document.data.properties);
  const fact = only !== undefined && others.length === 0 ? only : null;
  return { fact, way: 'value', value: undefined, answer: null, add: 1 };
}

export function draftOf(fact: string, value: RecordValue): RecordDraft {
  const draft = { fact, way: 'value', value: undefined, answer: null, add: 1 } as const;
  if (value === null) return { ...draft, way: 'forget' };
  if (typeof value === 'object' && 'answer' in value) {
    return { ...draft, way: 'answer', answer: value.answer };
  }
  if (typeof value === 'object' && 'add' in value) return { ...draft, way: 'add', add: value.add };
  return { ...draft, value: value as FactValue };
}

/** What is recorded; undefined while something is missing. */
function recordedValue(draft: RecordDraft): RecordValue | undefined {
  switch (draft.way) {
    case 'value':
      return draft.value;
    case 'answer':
      return draft.answer === null ? undefined : { answer: draft.answer };
    case 'add':
      return { add: draft.add };
    case 'forget':
      return null;
  }
}

/** The ways that make sense: only a number grows, only with a form there are answers. */
export function waysFor(field: Field | undefined, hasForm: boolean): readonly RecordWay[] {
  const isNumber = field?.type === 'integer' || field?.type === 'number';
  return [
    'value',
    ...(hasForm ? ['answer' as const] : []),
    ...(isNumber ? ['add' as const] : []),
    'forget',
  ];
}

/** The effect that sends a message; undefined while none is chosen. */
export function sending(message: string | null): MachineEffect | undefined {
  return message === null ? undefined : { type: 'message', params: { message } };
}

/** The effect that records what is drafted; undefined while something is missing. */
export function recording(draft: RecordDraft): MachineEffect | undefined {
  const value = recordedValue(draft);
  if (draft.fact === null || value === undefined) return undefined;
  return { type: 'record', params: { [draft.fact]: value } };
}
