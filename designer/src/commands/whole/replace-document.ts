import type { PathwayDocument } from '@percorso/engine';
import { defineCommand, parsed } from '../command.ts';
import { part } from '../readers.ts';

const parameters = { by: part<PathwayDocument>() };

/** Another document in place of this one, as after an import. */
export const replaceDocument = defineCommand({
  name: 'replace-document',
  label: { it: 'Sostituisci tutto il percorso', en: 'Replace the whole pathway' },
  parameters,
  edit: (_document, { by }) => parsed(by),
});
