import { defineCommand } from '../command.ts';
import { withKey } from '../edit/records.ts';
import { oneOf, optional, orNone, words } from '../readers.ts';

const parameters = {
  title: optional(words),
  summary: optional(orNone(words)),
  subject: optional(oneOf('person', 'group')),
};

export const describePathway = defineCommand({
  name: 'describe-pathway',
  label: { it: 'Cambia titolo e descrizione del percorso', en: "Change the pathway's title" },
  parameters,
  edit: (document, { summary, ...changes }) =>
    summary === undefined
      ? { ...document, ...changes }
      : withKey({ ...document, ...changes }, 'summary', summary),
});
