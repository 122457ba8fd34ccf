import { innermostOf, type Pathway, type StageDeclaration } from '@percorso/engine';
import type { Pool } from 'pg';

const STANDING = `
select pathway_id, steps, count(*)::int as running from "case"
where status = 'active' and parent_case_id is null group by pathway_id, steps`;

interface Standing {
  pathway_id: string;
  steps: string[];
  running: number;
}

/**
 * How many running cases stand in each stage, in the order of the pathways' own stages, young
 * people's pathways before groups'; stages where nobody stands are left out. A case in
 * parallel steps counts in the stage of each; steps that only enclose others don't count.
 */
export async function runningByStage(pool: Pool, pathways: readonly Pathway[]) {
  const { rows } = await pool.query<Standing>(STANDING);
  const byId = new Map(pathways.map((pathway) => [pathway.document.id, pathway]));
  const running = new Map<string, number>();
  for (const row of rows) {
    for (const stage of stagesOf(byId.get(row.pathway_id)!, row.steps)) {
      running.set(stage, (running.get(stage) ?? 0) + row.running);
    }
  }
  return [...declaredStages(pathways).values()]
    .filter(({ id }) => running.has(id))
    .map(({ id, label, colour }) => ({ stage: id, label, colour, running: running.get(id)! }));
}

/** The stages that a case in these steps stands in; steps that only enclose others don't count. */
export function stagesOf(pathway: Pathway, present: readonly string[]): Set<string> {
  const stages = innermostOf(pathway, present).map((step) => pathway.document.steps[step]?.stage);
  return new Set(stages.filter((stage) => stage !== undefined));
}

function declaredStages(pathways: readonly Pathway[]): Map<string, StageDeclaration> {
  const stages = new Map<string, StageDeclaration>();
  const ofPeople = pathways.toSorted(
    (a, b) => Number(a.document.subject === 'group') - Number(b.document.subject === 'group'),
  );
  for (const stage of ofPeople.flatMap(({ document }) => document.stages)) {
    if (!stages.has(stage.id)) stages.set(stage.id, stage);
  }
  return stages;
}
