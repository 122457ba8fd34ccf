import {
  BEHAVIOUR_CHECKS,
  check,
  compile,
  type Finding,
  type PathwayDocument,
  type Persona,
  type PersonaTrouble,
  parseDocument,
  type Words,
  walkPersona,
} from '@percorso/engine';
import type { CommandRefusal } from '../commands/command.ts';
import { type CommandName, commands } from '../commands/registry.ts';
import { WORDS } from './words.ts';

/** What is asked about a document: how it is drawn, or everything. */
export interface Question {
  /** Comes back with every answer. */
  readonly run: number;
  readonly extent: 'drawing' | 'behaviour';
  readonly document: PathwayDocument;
  /** Who must still be able to walk it. */
  readonly personas: readonly Persona[];
  readonly timeZone: string;
  /** After so long what a case can do is no longer looked at. */
  readonly timeMaxMs: number;
}

/** A persona that can't walk the document to its end any more. */
export interface PersonaReport {
  readonly persona: string;
  readonly trouble: PersonaTrouble;
}

export type Refusals = readonly (CommandRefusal | undefined)[];

/** All that was found about a document in one look. */
export interface Found {
  readonly findings: readonly Finding[];
  /** By finding, why its repair would be refused; of the last ones it may not be known yet. */
  readonly refusals: Refusals;
  /** Of a look at everything: who can't walk it any more. */
  readonly personas?: readonly PersonaReport[];
  /** Why not everything that a case can do was looked at. */
  readonly why?: Words;
}

export type Said =
  | { readonly type: 'progress'; readonly configurations: number }
  | { readonly type: 'found'; readonly found: Found }
  /** By finding, as in `Found`, but of all of them. */
  | { readonly type: 'tried'; readonly refusals: Refusals };

/** Whether what can wait is to wait, for somebody is at work on the page. */
export interface Resting {
  readonly isResting: boolean;
}

/** An answer as a worker posts it. */
export interface Answer {
  readonly run: number;
  readonly said: Said;
}

const CONFIGURATION_COUNT_MAX = 20_000;
/** Nobody reads a number that changes more often. */
const PROGRESS_EVERY_MS = 1_000;
/** Findings don't wait longer for their repairs to be tried, each of which takes 2 to 20 ms. */
const REPAIRS_MS = 50;

/**
 * Looks at a document; pure but for the clock (milliseconds), which limits it. How many situations
 * were looked at is told now and then.
 */
export function look(
  question: Question,
  onProgress: (configurations: number) => void,
  clock: () => number,
): Found {
  if (question.extent === 'drawing') {
    return withRefusals(question, check(question.document, { isQuick: true }).findings, clock);
  }
  const { findings, why } = lookAtAll(question, onProgress, clock);
  const found = withRefusals(question, findings, clock);
  return { ...found, personas: reportsOf(question), ...(why && { why }) };
}

function lookAtAll(
  { document, timeMaxMs }: Question,
  onProgress: (configurations: number) => void,
  clock: () => number,
) {
  const end = clock() + timeMaxMs;
  let tellAt = clock() + PROGRESS_EVERY_MS;
  let isLate = false;
  const { findings, explored } = check(document, {
    configurationsMax: CONFIGURATION_COUNT_MAX,
    onProgress: (configurations) => {
      const now = clock();
      if (now > tellAt) {
        tellAt = now + PROGRESS_EVERY_MS;
        onProgress(configurations);
      }
      isLate = now > end;
      return !isLate;
    },
  });
  return { findings, why: isLate ? WORDS.late : explored.why };
}

/** The personas of a document that can't walk it to their end. */
function reportsOf({ document, personas, timeZone }: Question): PersonaReport[] {
  const own = personas.filter(({ pathway }) => pathway === document.id);
  if (own.length === 0 || !parseDocument(document).ok) return [];
  const pathway = compile(document);
  return own.flatMap((persona) => {
    const { trouble } = walkPersona(pathway, persona, timeZone);
    return trouble ? [{ persona: persona.id, trouble }] : [];
  });
}

function withRefusals(
  { document }: Question,
  findings: readonly Finding[],
  clock: () => number,
): Found {
  const end = clock() + REPAIRS_MS;
  const refusals: (CommandRefusal | undefined)[] = [];
  for (const finding of findings) {
    if (clock() > end) break;
    refusals.push(repairRefusal(document, finding));
  }
  return { findings, refusals };
}

/** Why the finding's repair would be refused. */
export function repairRefusal(
  document: PathwayDocument,
  { repair }: Finding,
): CommandRefusal | undefined {
  if (!repair) return undefined;
  // The engine names commands as text; what is none would be a fault of ours, which a test finds.
  const command = commands[repair.command as CommandName];
  return command.mayRun(document, repair.parameters as never);
}

const BEHAVIOUR = new Set(Object.keys(BEHAVIOUR_CHECKS));

/** Whether a finding is about what a case can do, not about how the pathway is drawn. */
export function isOfBehaviour(finding: Finding): boolean {
  return BEHAVIOUR.has(finding.check);
}
