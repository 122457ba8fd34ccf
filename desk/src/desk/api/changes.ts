import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './request.ts';

const RETRY_AFTER_MS = 15_000;

/** Reads that show counts or lists of cases, besides the one case that changed. */
const CASE_READS = ['searchCases', 'readOverview', 'readPopulation', 'listEditions'];
const TASK_READS = ['listTasks', 'readTask'];

/** While mounted, what changes on the server is read again here, for those who may follow it. */
export function useLiveChanges(isAllowed: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!isAllowed) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stale = (name: string) => void client.invalidateQueries({ queryKey: [name] });

    const onCase = (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      const about = { queryKey: ['readCase', { params: { id } }] };
      void client.invalidateQueries(about);
      void client.invalidateQueries({ queryKey: ['readTrace', { params: { id } }] });
      for (const name of CASE_READS) stale(name);
    };
    const connect = () => {
      source = new EventSource(addressOf('/api/changes', {}));
      source.addEventListener('case', onCase);
      source.addEventListener('task', () => TASK_READS.forEach(stale));
      source.addEventListener('error', () => {
        // The browser reconnects by itself unless it was refused.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_AFTER_MS);
      });
    };
    connect();
    return () => {
      source?.close();
      clearTimeout(timer);
    };
  }, [client, isAllowed]);
}
