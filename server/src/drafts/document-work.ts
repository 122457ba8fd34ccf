import {
  check,
  compareDocuments,
  compile,
  type Difference,
  type DocumentProblem,
  type Finding,
  type Pathway,
  type PathwayDocument,
  type Persona,
  parseDocument,
  type Words,
} from '@percorso/engine';
import { doMoveJob, type Moved, type MoveJob } from '../migration/move-work.ts';
import { doPlanJob, type PlanJob, type Planned } from '../migration/plan-work.ts';
import { doReturnJob, type Returned, type ReturnJob } from '../migration/return-work.ts';
import { type Astray, astrayIn } from './astray.ts';
import { handedTo, unknownPathways } from './sub-pathways.ts';
import { type KnownNames, unknownNames } from './unknown-names.ts';

/** What is done with documents away from the requests: each of these may take long. */
export type DocumentJob =
  | { readonly kind: 'parse'; readonly text: string }
  | {
      readonly kind: 'compare';
      readonly before: string;
      readonly after: string;
      readonly renamedSteps?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'check';
      readonly text: string;
      /** What it would take the place of. */
      readonly current?: string | undefined;
      /** The pathways that run beside it, which may open it or be opened by it. */
      readonly others: readonly string[];
      /** What the installation has. */
      readonly known: KnownNames;
    }
  | {
      readonly kind: 'walk';
      readonly text: string;
      /** What it would take the place of. */
      readonly current?: string | undefined;
      /** Who must be able to walk it. */
      readonly personas: readonly Persona[];
    }
  | PlanJob
  | MoveJob
  | ReturnJob;

interface Results {
  parse:
    | { readonly ok: true; readonly text: string; readonly id: string; readonly title: Words }
    | { readonly ok: false; readonly problems: readonly DocumentProblem[] };
  compare: readonly Difference[];
  /** The errors only; `why` not everything could be decided. */
  check: { readonly errors: readonly Finding[]; readonly why?: Words };
  /** Those who no longer get to their end. */
  walk: readonly Astray[];
  plan: Planned;
  move: readonly Moved[];
  return: readonly Returned[];
}
export type DocumentResult<K extends DocumentJob['kind']> = Results[K];

/** Does the job. Pure; a text that was stored and no longer parses is damage, and throws. */
export function doDocumentJob(job: DocumentJob): Results[DocumentJob['kind']] {
  switch (job.kind) {
    case 'parse':
      return parse(job.text);
    case 'compare':
      return compareDocuments(stored(job.before), stored(job.after), {
        renamedSteps: job.renamedSteps ?? {},
      });
    case 'check':
      return checked(
        stored(job.text),
        job.current === undefined ? undefined : stored(job.current),
        job.others.map(stored),
        job.known,
      );
    case 'walk':
      return astrayIn(
        stored(job.text),
        job.current === undefined ? undefined : stored(job.current),
        job.personas,
      );
    case 'plan':
      return doPlanJob(job, compiledText);
    case 'move':
      return doMoveJob(job, compiledText);
    case 'return':
      return doReturnJob(job, compiledText);
  }
}

/** The text that comes out is written the same way whoever wrote it: equal documents, equal text. */
function parse(text: string): Results['parse'] {
  const parsed = parseDocument(text);
  if (!parsed.ok) return parsed;
  const { id, title } = parsed.document;
  return { ok: true, text: JSON.stringify(parsed.document), id, title };
}

function stored(text: string): PathwayDocument {
  const parsed = parseDocument(text);
  if (parsed.ok) return parsed.document;
  const { code, path } = parsed.problems[0]!;
  throw new Error(`a stored document does not parse: ${code} at ${path}`);
}

/** What was compiled, and what was proven of it, is of use to the next job; the oldest goes first. */
const pathways = new Map<string, Pathway>();
const PATHWAYS_MAX = 16;

function compiledText(text: string): Pathway {
  const pathway = pathways.get(text) ?? compile(stored(text));
  pathways.set(text, pathway);
  if (pathways.size > PATHWAYS_MAX) pathways.delete(pathways.keys().next().value!);
  return pathway;
}

function checked(
  document: PathwayDocument,
  current: PathwayDocument | undefined,
  others: readonly PathwayDocument[],
  known: KnownNames,
): Results['check'] {
  const { findings, explored } = check(document, { handed: handedTo(document.id, others) });
  const isOther = current !== undefined && current.subject !== document.subject;
  const errors = [
    ...(isOther ? [SUBJECT_CHANGED] : []),
    ...unknownPathways(document, others),
    ...unknownNames(document, known),
    ...findings.filter(({ severity }) => severity === 'error'),
  ];
  return { errors, ...(explored.why && { why: explored.why }) };
}

const SUBJECT_CHANGED: Finding = {
  check: 'subject-changed',
  severity: 'error',
  elements: [{ pointer: '/subject' }],
  message: {
    it: 'Un percorso per persone non può diventare per gruppi, né il contrario: fanne uno nuovo',
    en: 'A pathway for persons cannot become one for groups, nor the reverse: make a new one',
  },
};
