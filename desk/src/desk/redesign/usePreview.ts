import type { DraftView } from '@percorso/server/contract';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/**
 * Has found out, once for each revision of a draft, what publishing it would mean for everybody
 * inside: the id of that preview. A new pathway has nobody inside.
 */
export function usePreview({ id, revision }: DraftView, isEnabled: boolean) {
  return useQuery({
    queryKey: ['previewMigration', { id, revision }],
    queryFn: async () => {
      const asked = { params: { id }, body: { revision } };
      const key = { idempotencyKey: crypto.randomUUID() };
      return (await request('previewMigration', asked, key)).id;
    },
    enabled: isEnabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
