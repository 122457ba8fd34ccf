import type { ActivityInput, MachineNode, PathwayDocument } from '@percorso/engine';

const known = new WeakMap<PathwayDocument, ReadonlyMap<string, ActivityInput>>();

/** The static input of one of a document's activities. */
export function findActivityInput(
  document: PathwayDocument,
  activity: string,
): ActivityInput | undefined {
  const inputs = known.get(document) ?? new Map(inputsOf(document.machine));
  known.set(document, inputs);
  return inputs.get(activity);
}

function inputsOf(node: MachineNode): [string, ActivityInput][] {
  const invokes = node.invoke === undefined ? [] : [node.invoke].flat();
  return [
    ...invokes.map(({ id, input }) => [id, input] as [string, ActivityInput]),
    ...Object.values(node.states ?? {}).flatMap(inputsOf),
  ];
}

/** Where an appointment is, in words: the place is a choice of the case's data. */
export function placeInWords(
  document: PathwayDocument,
  activity: string,
  place: string | null,
  language: 'it' | 'en',
): string {
  const reference = findActivityInput(document, activity)?.place?.fact ?? '';
  const field = document.data.properties[reference.replace(/^case\./, '')];
  return field?.oneOf?.find((option) => option.const === place)?.label[language] ?? place ?? '';
}
