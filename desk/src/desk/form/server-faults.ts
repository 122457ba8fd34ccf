import { ProblemError } from '../api/request.ts';
import type { FieldFault } from './AnswerForm.tsx';

/** The faults that a refused request names, by the fields of the form that was sent. */
export function serverFaults(error: Error | null): readonly FieldFault[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.faults ?? []).map(({ path, message }) => ({
    path: path.replace(/^(\/?(answer|data)[./])/, ''),
    message,
  }));
}
