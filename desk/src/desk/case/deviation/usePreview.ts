import { useDebouncedValue } from '@mantine/hooks';
import type { DeviationAsked, DeviationPreview } from '@percorso/server/contract';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { useCase } from '../case-context.ts';

const PAUSE_MS = 300;

/**
 * What a change would mean for the case as it stands. Whoever types, or goes through choices with
 * the arrow keys, is waited for; what is answered is always about what is asked now.
 */
export function usePreview(asked: DeviationAsked | undefined, isEnabled: boolean) {
  const { view } = useCase();
  const wanted = JSON.stringify(asked);
  const [settled] = useDebouncedValue(wanted, PAUSE_MS);
  const isSettled = settled === wanted;
  const query = useQuery<DeviationPreview, Error>({
    queryKey: ['previewDeviation', { id: view.id, revision: view.revision, asked: settled }],
    queryFn: ({ signal }) => {
      const body = JSON.parse(settled!) as DeviationAsked;
      return request('previewDeviation', { params: { id: view.id }, body }, { signal });
    },
    enabled: isEnabled && isSettled && settled !== undefined,
    // Without a network it fails at once, and says so.
    networkMode: 'always',
  });
  return {
    data: isSettled ? query.data : undefined,
    error: isSettled ? query.error : null,
    isComing: wanted !== undefined && (!isSettled || query.isPending),
  };
}
