import type { PathwayDocument } from '@percorso/engine';
import { extractedPathway } from '../commands/patterns/extract-pathway.ts';
import type { Step } from '../editor/edit-history.ts';
import type { PathwayLibrary } from '../editor/props.ts';
import { exportDocument } from '../exchange/document-file.ts';
import { saveFile } from '../exchange-menu/save-file.ts';
import { same } from './step-command.ts';

/**
 * What `extract-pathway` takes out becomes a draft of its own; a file where there is no library, or
 * the draft can't be begun. `document` is the one before.
 */
export async function giveAway(
  document: PathwayDocument,
  { parameters }: Step,
  title: string,
  library: PathwayLibrary | undefined,
): Promise<void> {
  const extracted = extractedPathway(
    document,
    parameters as Parameters<typeof extractedPathway>[1],
  );
  if ('code' in extracted) return;
  const named = { ...extracted, title: same(title) };
  if (await library?.onBegin(named).catch(() => false)) return;
  saveFile(`${named.id}.json`, exportDocument(named), 'application/json');
}
