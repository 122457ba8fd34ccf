import { available, type CaseState, innermostOf, type Pathway } from '@percorso/engine';
import type { z } from 'zod';
import type { OwnAction, OwnCase } from '../contract/registration.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { placeInWords } from './activity-input.ts';
import { advanceCase, circumstancesOf } from './advance-case.ts';
import { readDetails } from './case-details.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { readOwnLink } from './own-link.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { stepSummary } from './step-words.ts';
import { traceLines } from './trace-lines.ts';

/** The youth's own page, for whoever holds a link that we signed and nothing has replaced. */
export async function openOwnCase(server: Server, token: string): Promise<OwnCase | No> {
  const loaded = await caseByToken(server, token);
  return loaded instanceof No ? loaded : ownCase(server, loaded);
}

/** Takes one of the actions of the role `youth`. */
export async function actOnOwnCase(
  server: Server,
  body: z.output<typeof OwnAction>,
): Promise<OwnCase | No> {
  const loaded = await caseByToken(server, body.token);
  if (loaded instanceof No) return loaded;
  const acted = await advanceCase(server, {
    caseId: loaded.id,
    actor: { kind: 'youth' },
    expectedRevision: body.revision,
    permit: (_now, { document }) => {
      const roles = Object.hasOwn(document.actions, body.action)
        ? document.actions[body.action]!.roles
        : [];
      return roles.includes('youth') ? undefined : no('action-unknown');
    },
    event: { type: 'action', action: body.action, answer: body.answer },
  });
  if (acted instanceof No) return acted;
  return ownCase(server, (await loadCase(server.pool, loaded.id))!);
}

/** Forged, expired, replaced: one and the same answer, which tells nothing. */
async function caseByToken(server: Server, token: string): Promise<LoadedCase | No> {
  const claim = await readOwnLink(server, token, server.clock());
  const loaded = claim && (await loadCase(server.pool, claim.caseId));
  return loaded && loaded.linkEpoch === claim.epoch ? loaded : no('link-invalid');
}

async function ownCase(server: Server, loaded: LoadedCase): Promise<OwnCase> {
  const { language } = loaded.contact;
  const [pathway, details, lines, appointment] = await Promise.all([
    pathwayVersion(server, loaded.pathwayId, loaded.version),
    readDetails(server.pool, loaded.id),
    traceLines(server, loaded, language, 'youth'),
    openAppointment(server, loaded.id),
  ]);
  return {
    firstName: loaded.contact.firstName,
    language,
    revision: loaded.revision,
    status: loaded.status,
    stages: stagesOf(pathway, loaded, details.walked),
    steps: innermostOf(pathway, loaded.steps).map((step) => {
      // Not the step's help: that is written for the office.
      return { label: pathway.document.steps[step]?.label ?? { it: step, en: step } };
    }),
    outcome: loaded.outcome,
    appointment: appointment && {
      at: appointment.appointment_at.toISOString(),
      place: placeInWords(
        pathway.document,
        appointment.activity,
        appointment.appointment_place,
        language,
      ),
      with: loaded.manager?.name ?? '',
      label: appointment.label,
    },
    caseManager: loaded.manager?.name ?? null,
    actions: ownActions(server, pathway, loaded),
    // What the office does with the case is not the youth's page.
    history: lines
      .filter(({ kind, undoneBy }) => undoneBy === undefined && YOUTH_SEES.includes(kind))
      .map(({ at, words }) => ({ at, words })),
  };
}

function stagesOf(
  pathway: Pathway,
  loaded: LoadedCase,
  walked: readonly string[],
): OwnCase['stages'] {
  const stageOf = (step: string) => stepSummary(pathway, step).stage;
  const here = new Set(loaded.steps.map(stageOf));
  const passed = new Set(walked.map(stageOf));
  return pathway.document.stages.map(({ id, label, colour }) => ({
    label,
    colour,
    state:
      here.has(id) && loaded.status === 'active' ? 'here' : passed.has(id) ? 'passed' : 'ahead',
  }));
}

function ownActions(server: Server, pathway: Pathway, loaded: LoadedCase): OwnCase['actions'] {
  if (loaded.status === 'done') return [];
  const circumstances = circumstancesOf(loaded, pathway, server.clock());
  const { forms } = pathway.document;
  return available(pathway, JSON.parse(loaded.snapshot) as CaseState, circumstances)
    .filter(({ roles, verdict }) => roles.includes('youth') && verdict !== 'no')
    .map(({ action, label, help, form, emphasis }) => ({
      action,
      label,
      ...(help && { help }),
      emphasis,
      form: form ? (forms[form] ?? null) : null,
    }));
}

const YOUTH_SEES = ['start', 'action', 'done', 'timer', 'seat-offered'];

interface Appointment {
  readonly activity: string;
  readonly label: { it: string; en: string };
  readonly appointment_at: Date;
  readonly appointment_place: string | null;
}

async function openAppointment(server: Server, caseId: string): Promise<Appointment | null> {
  const { rows } = await server.pool.query<Appointment>({
    name: 'open-appointment',
    text: `SELECT activity, label, appointment_at, appointment_place FROM activity
      WHERE case_id = $1 AND kind = 'appointment' AND status IN ('open', 'accepted')
        AND appointment_at IS NOT NULL ORDER BY appointment_at LIMIT 1`,
    values: [caseId],
  });
  return rows[0] ?? null;
}
