/** What the one who draws keeps in mind: the pathway to draw, and what its things are called here. */
import type { Field, PathwayDocument } from '@percorso/engine';
import type { Page } from 'playwright-core';
import { type Renaming, renamingOf } from './names.ts';

export interface Book {
  readonly target: PathwayDocument;
  /** Of the names of the target to those of what is drawn, as it is now. */
  names: Renaming;
  /** The rules that are written already. */
  readonly rules: Map<string, string>;
}

/** The document as it is drawn so far. */
export async function drawnOn(page: Page): Promise<PathwayDocument> {
  const drawn = await page.evaluate(() => (globalThis as { drawn?: PathwayDocument }).drawn);
  if (!drawn) throw new Error('nothing was drawn');
  return drawn;
}

export async function openBook(page: Page, target: PathwayDocument): Promise<Book> {
  return { target, names: renamingOf(target, await drawnOn(page)), rules: new Map() };
}

/** Looks again at what things are called, after some were added. */
export async function look(book: Book, page: Page): Promise<void> {
  book.names = renamingOf(book.target, await drawnOn(page));
}

/** The declaration of a fact of the target, such as `case.goal`; of an answer in a form. */
export function fieldOf({ target }: Book, fact: string, form: string | undefined): Field {
  const [of, name = ''] = fact.split('.');
  const schema =
    of === 'participant' ? target.participant : of === 'case' ? target.data : target.forms[form!]!;
  const field = schema.properties[name];
  if (!field) throw new Error(`No fact «${fact}» (form «${form}»)`);
  return field;
}

/** How a fact is named in what is drawn. */
export function factName({ names }: Book, fact: string): string | undefined {
  const [of, name = ''] = fact.split('.');
  if (of === 'participant') return fact;
  return of === 'case' ? `case.${names.facts.get(name)}` : undefined;
}
