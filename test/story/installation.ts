import organisations from '@percorso/definitions/programme/organisations.json' with {
  type: 'json',
};
import type { Installation } from '@percorso/designer/editor';
import type { Persona } from '@percorso/engine';
import { storyDocument } from './documents.ts';

const personas = import.meta.glob<Persona>('../../definitions/*/personas/*.json', {
  eager: true,
  import: 'default',
});

/** What the programme of Milan knows, as the server would tell it. */
export const installation: Installation = {
  organisations: organisations.map(({ id, name }) => ({ id, name })),
  opportunityKinds: [
    { id: 'orientation', label: { it: 'Orientamento', en: 'Orientation' } },
    { id: 'lab', label: { it: 'Laboratorio', en: 'Lab' } },
    { id: 'soft-skills', label: { it: 'Competenze trasversali', en: 'Soft skills' } },
    { id: 'training', label: { it: 'Formazione', en: 'Training' } },
    { id: 'internship', label: { it: 'Tirocinio', en: 'Internship' } },
  ],
  pathways: [
    {
      id: 'internship',
      title: { it: 'Tirocinio', en: 'Internship' },
      facts: storyDocument('internship').data.properties,
    },
  ],
  services: ['placement-office'],
  personas: Object.values(personas),
  timeZone: 'Europe/Rome',
};
