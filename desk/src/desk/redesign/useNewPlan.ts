import { useNavigate } from 'react-router';
import { useCommand } from '../api/queries.ts';

/** Makes a plan for a version of a pathway and goes to it. */
export function useNewPlan(pathway: string) {
  const navigate = useNavigate();
  const plan = useCommand('planMigration');
  const make = (version: number, decisionsOf?: string) =>
    // By its promise: the page with the button may be drawn anew before the plan is there.
    plan
      .mutateAsync({
        params: { id: pathway },
        body: { version, ...(decisionsOf && { decisionsOf }) },
      })
      .then(({ id }) => navigate(`/desk/migrations/${id}`))
      .catch(() => {
        // `error` says it.
      });
  return { make, isPending: plan.isPending, error: plan.error };
}
