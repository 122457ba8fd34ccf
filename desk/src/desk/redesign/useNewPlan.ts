import { useNavigate } from 'react-router';
import { useDoing } from './useDoing.ts';

/** Makes a plan for a version of a pathway and goes to it. */
export function useNewPlan(pathway: string) {
  const navigate = useNavigate();
  const { run, isPending, error } = useDoing('planMigration');
  const make = (version: number, decisionsOf?: string) =>
    run(
      { params: { id: pathway }, body: { version, ...(decisionsOf && { decisionsOf }) } },
      ({ id }) => navigate(`/desk/migrations/${id}`),
    );
  return { make, isPending, error };
}
