import type { Finding, PathwayDocument } from '@percorso/engine';
import type { CheckState } from '../editor/editor-context.ts';
import { type Found, isOfBehaviour, type Question, type Refusals, type Said } from './look.ts';
import { WORDS } from './words.ts';

/** What is known, and of which document. */
export interface Known extends Omit<CheckState, 'stop' | 'lookAgain'> {
  readonly of: PathwayDocument;
}

const NONE: ReadonlySet<Finding> = new Set();

export function nothingKnown(document: PathwayDocument): Known {
  return {
    of: document,
    findings: [],
    outdated: NONE,
    repairRefusals: new Map(),
    personas: [],
    extent: 'drawing',
    isRunning: true,
    configurations: 0,
  };
}

/** After an edit: what was found stays to be seen, but it is to be looked at again. */
export function afterEdit(known: Known, document: PathwayDocument): Known {
  if (known.of === document) return known;
  const { why: _, ...rest } = known;
  return {
    ...rest,
    of: document,
    outdated: new Set(known.findings),
    extent: 'drawing',
    isRunning: true,
    configurations: 0,
  };
}

/** What a look at the known document says. */
export function withSaid(known: Known, extent: Question['extent'], said: Said): Known {
  if (said.type === 'progress') return { ...known, configurations: said.configurations };
  if (said.type === 'tried') return withTried(known, said.refusals);
  return extent === 'drawing' ? withDrawing(known, said.found) : withAll(known, said.found);
}

/** Somebody didn't want to wait, or nothing came. */
export function afterStop(known: Known): Known {
  return known.isRunning ? { ...known, isRunning: false, why: WORDS.stopped } : known;
}

/** How it is drawn is known at once; of what a case can do the older findings stay. */
function withDrawing(known: Known, found: Found): Known {
  const older = known.findings.filter(isOfBehaviour);
  return {
    ...known,
    findings: [...found.findings, ...older],
    outdated: new Set(older),
    repairRefusals: refusalsOf(found),
  };
}

function withAll(known: Known, found: Found): Known {
  const { findings, personas = [], why } = found;
  return {
    ...known,
    findings,
    outdated: NONE,
    repairRefusals: refusalsOf(found),
    personas,
    extent: 'behaviour',
    isRunning: false,
    ...(why && { why }),
  };
}

/** News only where a repair would be refused of which that was not known. */
function withTried(known: Known, refusals: Refusals): Known {
  const repairRefusals = refusalsOf({ findings: known.findings, refusals });
  return repairRefusals.size === known.repairRefusals.size ? known : { ...known, repairRefusals };
}

function refusalsOf({ findings, refusals }: Found): CheckState['repairRefusals'] {
  return new Map(
    refusals.flatMap((refusal, index) => (refusal ? [[findings[index]!, refusal] as const] : [])),
  );
}
