import type { Finding, PathwayDocument } from '@percorso/engine';
import type { CheckState } from '../editor/editor-context.ts';
import { isOfBehaviour, type Question, type Said } from './look.ts';
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

/** What a run says about the document that is known. */
export function withSaid(known: Known, extent: Question['extent'], said: Said): Known {
  switch (said.type) {
    case 'progress':
      return { ...known, configurations: said.configurations };
    case 'personas':
      return { ...known, personas: said.reports };
    case 'findings':
      return extent === 'drawing' ? withDrawing(known, said.findings) : withAll(known, said);
    case 'repairs':
      return { ...known, repairRefusals: refusalsOf(known, said.refusals) };
    case 'end':
      return extent === 'behaviour' ? { ...known, isRunning: false } : known;
  }
}

/** Somebody didn't want to wait, or nothing came. */
export function afterStop(known: Known): Known {
  return known.isRunning ? { ...known, isRunning: false, why: WORDS.stopped } : known;
}

/** How it is drawn is known at once; of what a case can do the older findings stay. */
function withDrawing(known: Known, drawn: readonly Finding[]): Known {
  const older = known.findings.filter(isOfBehaviour);
  return { ...known, findings: [...drawn, ...older], outdated: new Set(older) };
}

function withAll(known: Known, { findings, why }: Extract<Said, { type: 'findings' }>): Known {
  return { ...known, findings, outdated: NONE, extent: 'behaviour', ...(why && { why }) };
}

/** The refusals come in the order of the findings, which are the first ones here. */
function refusalsOf(
  { findings }: Known,
  refusals: Extract<Said, { type: 'repairs' }>['refusals'],
): CheckState['repairRefusals'] {
  return new Map(
    refusals.flatMap((refusal, index) => (refusal ? [[findings[index]!, refusal] as const] : [])),
  );
}
