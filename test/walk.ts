/** Walks a persona through the engine and says at which stride it went another way. */
import {
  type CaseState,
  type Entry,
  type Pathway,
  type Persona,
  type PersonaTrouble,
  replay,
  walkPersona as walk,
} from '@percorso/engine';

const TIME_ZONE = 'Europe/Rome';

export interface WalkReport {
  readonly persona: string;
  /** What went another way than the persona says; empty when the walk is as expected. */
  readonly problems: readonly string[];
  readonly state: CaseState | undefined;
  readonly entries: readonly Entry[];
}

/** Walks a persona on its pathway; stops at the first stride that cannot be taken. */
export function walkPersona(pathways: ReadonlyMap<string, Pathway>, persona: Persona): WalkReport {
  const pathway = pathways.get(persona.pathway);
  if (!pathway) {
    const problems = [`the pathway ${persona.pathway} is not there`];
    return { persona: persona.id, problems, state: undefined, entries: [] };
  }
  const { moments, trouble } = walk(pathway, persona, TIME_ZONE);
  const entries = moments.flatMap(({ entry }) => (entry ? [entry] : []));
  const state = moments.at(-1)?.state;
  const problems = trouble ? [told(persona, trouble)] : [];
  const replayed = replay(pathway, entries);
  if (state && (!replayed.ok || JSON.stringify(replayed.state) !== JSON.stringify(state)))
    problems.push('the trace does not replay to the state');
  return { persona: persona.id, problems, state, entries };
}

function told({ walk: strides }: Persona, { at, what }: PersonaTrouble): string {
  const stride = strides[at];
  const where = stride ? `stride ${at + 1} (${JSON.stringify(stride.do)})` : `stride ${at + 1}`;
  switch (what.kind) {
    case 'refused':
      return `${where}: refused with ${what.refusal.code}: ${what.refusal.reason.en}`;
    case 'not-refused':
      return `${where}: was done, but should have been refused`;
    case 'elsewhere':
      return `${where}: expected to stand at ${what.expected}, stands at ${what.found}`;
    case 'outcome':
      return `expected outcome ${what.expected}, found ${what.found}`;
  }
}
