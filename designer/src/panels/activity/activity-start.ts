import type { ActivityInput, ActivityKind, Field, PathwayDocument, Words } from '@percorso/engine';
import type { Step } from '../../editor/edit-history.ts';
import { newActivityName, newFieldName } from '../../editor/new-name.ts';
import type { Installation } from '../../editor/props.ts';
import { ACTIVITY_WORDS } from '../named-words.ts';
import { ACTIVITY } from './words.ts';

/** A new activity with what its kind can't do without; or why there can be none. */
export type ActivityStart =
  | { readonly activity: string; readonly steps: readonly Step[] }
  | { readonly fault: Words };

/** The facts that appointments and enrolments read, made with them where there is none. */
const AT: Field = {
  type: 'string',
  format: 'date-time',
  label: { it: 'Data dell’appuntamento', en: 'Date of the appointment' },
};

function edition(installation: Installation): Field {
  const kind = installation.opportunityKinds[0]?.id;
  return {
    type: 'string',
    format: 'edition',
    label: { it: 'Edizione scelta', en: 'Chosen edition' },
    ...(kind !== undefined && { opportunity: kind }),
  };
}

export function activityStart(
  document: PathwayDocument,
  installation: Installation,
  step: string,
  kind: ActivityKind,
): ActivityStart {
  const { label } = ACTIVITY_WORDS[kind];
  const activity = newActivityName(document, label.it);
  const add = (input: ActivityInput, before: readonly Step[] = []): ActivityStart => ({
    activity,
    steps: [...before, { name: 'add-activity', parameters: { step, activity, kind, input } }],
  });
  const assignee = { role: 'case-manager' } as const;
  switch (kind) {
    case 'task':
      return add({ label, assignee });
    case 'appointment': {
      const at = factOf(document, (field) => isMoment(field), AT);
      return add({ label, assignee, at: { fact: `case.${at.fact}` } }, at.steps);
    }
    case 'enrolment': {
      const of = factOf(document, ({ format }) => format === 'edition', edition(installation));
      return add({ label, edition: { fact: `case.${of.fact}` } }, of.steps);
    }
    case 'pathway': {
      const pathway = installation.pathways.find(({ id }) => id !== document.id);
      return pathway ? add({ label: pathway.title, pathway: pathway.id }) : NO_PATHWAY;
    }
    case 'service': {
      const [service] = installation.services;
      return service === undefined ? NO_SERVICE : add({ label, service });
    }
  }
}

const NO_PATHWAY: ActivityStart = { fault: ACTIVITY.noPathways };
const NO_SERVICE: ActivityStart = { fault: ACTIVITY.noServices };

export function isMoment({ format }: Field): boolean {
  return format === 'date-time' || format === 'date';
}

/** The first fact that fits, or one more. */
function factOf(document: PathwayDocument, fits: (field: Field) => boolean, otherwise: Field) {
  const { properties } = document.data;
  const found = Object.keys(properties).find((name) => fits(properties[name]!));
  if (found !== undefined) return { fact: found, steps: [] };
  const fact = newFieldName(properties, otherwise.label.it);
  const add: Step = { name: 'add-fact', parameters: { of: 'case', fact, is: otherwise } };
  return { fact, steps: [add] };
}
