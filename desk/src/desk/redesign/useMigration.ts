import { keepPreviousData } from '@tanstack/react-query';
import { useRead } from '../api/queries.ts';
import { isBusy } from './verdicts.ts';

const LOOK_AGAIN_MS = 800;

/** A preview or a plan; read again and again while something goes on in it. */
export function useMigration(id: string | null) {
  return useRead(
    'readMigration',
    { params: { id: id ?? '' } },
    {
      enabled: id !== null,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state: { data } }) => (data && isBusy(data) ? LOOK_AGAIN_MS : false),
    },
  );
}
