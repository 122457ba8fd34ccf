import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openStream } from './event-stream.ts';
import { addressOf } from './request.ts';

/** Reads that show counts or lists of cases, besides the one case that changed. */
const CASE_READS = ['searchCases', 'readOverview', 'readPopulation', 'listEditions'];
const TASK_READS = ['listTasks', 'readTask'];
const ALL_READS = ['readCase', 'readTrace', ...CASE_READS, ...TASK_READS];

/** While mounted, what changes on the server is read again here, for those who may follow it. */
export function useLiveChanges(isAllowed: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!isAllowed) return;
    const stale = (name: string) => void client.invalidateQueries({ queryKey: [name] });

    const onCase = (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      const about = { queryKey: ['readCase', { params: { id } }] };
      void client.invalidateQueries(about);
      void client.invalidateQueries({ queryKey: ['readTrace', { params: { id } }] });
      for (const name of CASE_READS) stale(name);
    };
    return openStream(addressOf('/api/changes', {}), (source) => {
      source.addEventListener('case', onCase);
      source.addEventListener('task', () => TASK_READS.forEach(stale));
      // Away for so long that the server doesn't tell of each case.
      source.addEventListener('anew', () => ALL_READS.forEach(stale));
    });
  }, [client, isAllowed]);
}
