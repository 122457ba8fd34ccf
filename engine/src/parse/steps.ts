import type { DocumentProblem } from './problem.ts';
import { listOf, problem } from './problems.ts';
import { type Check, own } from './scope.ts';

/** The machine's nodes and the declared steps are the same; keys are unique, ids are the keys. */
export const stepsMatch: Check = ({ document, nodes, nodeByKey }) => {
  const problems: DocumentProblem[] = [];
  const seen = new Set([document.machine.id]);
  for (const { key, node, place } of nodes.slice(1)) {
    if (seen.has(key)) problems.push(problem('step-duplicate', place, key));
    seen.add(key);
    if (node.id !== undefined && node.id !== key) {
      problems.push(problem('step-id-differs', [...place, 'id'], key));
    }
    if (!own(document.steps, key)) problems.push(problem('step-undeclared', place, key));
  }
  const stages = new Set(document.stages.map((stage) => stage.id));
  for (const [key, step] of Object.entries(document.steps)) {
    if (!nodeByKey.has(key)) problems.push(problem('step-not-in-machine', ['steps', key], key));
    if (step.stage !== undefined && !stages.has(step.stage)) {
      const place = ['steps', key, 'stage'];
      problems.push(problem('stage-unknown', place, step.stage, listOf(stages)));
    }
  }
  return problems;
};
