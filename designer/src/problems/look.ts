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

/** What is said about a document, as soon as it is known. */
export type Said =
  | { readonly type: 'progress'; readonly configurations: number }
  | { readonly type: 'personas'; readonly reports: readonly PersonaReport[] }
  | { readonly type: 'findings'; readonly findings: readonly Finding[]; readonly why?: Words }
  /** By finding, why its repair would be refused. */
  | { readonly type: 'repairs'; readonly refusals: readonly (CommandRefusal | undefined)[] }
  | { readonly type: 'end' };

/** An answer as a worker posts it. */
export interface Answer {
  readonly run: number;
  readonly said: Said;
}

const CONFIGURATION_COUNT_MAX = 20_000;
/** Nobody reads a number that changes more often. */
const PROGRESS_EVERY_MS = 1_000;

/** Answers a question bit by bit; pure but for the clock (milliseconds), which limits it. */
export function look(question: Question, tell: (said: Said) => void, clock: () => number): void {
  if (question.extent === 'drawing') tellFindings(check(question.document, { isQuick: true }));
  else {
    tell({ type: 'personas', reports: reportsOf(question) });
    tellFindings(lookAtAll());
  }
  tell({ type: 'end' });

  function tellFindings({ findings, why }: { findings: readonly Finding[]; why?: Words }) {
    tell({ type: 'findings', findings, ...(why && { why }) });
    tell({ type: 'repairs', refusals: findings.map((one) => refusalOf(question.document, one)) });
  }

  function lookAtAll() {
    const end = clock() + question.timeMaxMs;
    let tellAt = clock() + PROGRESS_EVERY_MS;
    let isLate = false;
    const { findings, explored } = check(question.document, {
      configurationsMax: CONFIGURATION_COUNT_MAX,
      onProgress: (configurations) => {
        if (clock() > tellAt) {
          tellAt = clock() + PROGRESS_EVERY_MS;
          tell({ type: 'progress', configurations });
        }
        isLate = clock() > end;
        return !isLate;
      },
    });
    const why = isLate ? WORDS.late : explored.why;
    return { findings, ...(why && { why }) };
  }
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

function refusalOf(document: PathwayDocument, { repair }: Finding): CommandRefusal | undefined {
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
