import { type PathwayDocument, parseDocument } from '@percorso/engine';
import {
  type Imported,
  isFileTooLarge,
  readObject,
  refusedFile,
  withoutMark,
} from './exchange-problem.ts';

const FORMAT = 1;

/** The pathway as a file of our own format: `importDocument` gives the same document back. */
export function exportDocument(document: PathwayDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A pathway from a file, or every reason why it is none (bilingual). Never throws. */
export function importDocument(text: string): Imported {
  if (isFileTooLarge(text)) return refusedFile('file-too-large');
  const source = withoutMark(text);
  const value = readObject(source);
  if (typeof value?.format === 'number' && value.format > FORMAT) {
    return refusedFile('format-newer', '/format');
  }
  if (value && !('machine' in value) && 'states' in value) return refusedFile('file-is-machine');
  return parseDocument(source);
}
