import { type ActivityInput, activitiesIn, type PathwayDocument } from '@percorso/engine';

/** The static input of one of a document's activities. */
export function findActivityInput(
  document: PathwayDocument,
  activity: string,
): ActivityInput | undefined {
  return activitiesIn(document).get(activity)?.input;
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
