import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** The folder of the package `definitions`: data only, read when a database is first filled. */
const FOLDER = dirname(fileURLToPath(import.meta.resolve('@percorso/definitions/package.json')));

/** The ids of the pathways in the folder: every sub-folder that holds a `pathway.json`. */
export function shippedPathways(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'programme')
    .filter((entry) => readdirSync(join(FOLDER, entry.name)).includes('pathway.json'))
    .map(({ name }) => name)
    .sort();
}

export function pathwayTexts(): { id: string; text: string }[] {
  return shippedPathways().map((id) => ({ id, text: readText(id, 'pathway.json') }));
}

/** The JSON of every persona of a pathway, in the order of their file names. */
export function personaValues(pathwayId: string): unknown[] {
  if (!readdirSync(join(FOLDER, pathwayId)).includes('personas')) return [];
  return readdirSync(join(FOLDER, pathwayId, 'personas'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readText(pathwayId, 'personas', name)));
}

/** A file of reference data, checked; a file that does not fit is a fault of the repository. */
export function programmeData<T extends z.ZodType>(file: string, shape: T): z.infer<T> {
  return shape.parse(JSON.parse(readText('programme', file)));
}

function readText(...path: string[]): string {
  return readFileSync(join(FOLDER, ...path), 'utf8');
}
