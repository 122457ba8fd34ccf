import type { PathwayLibrary } from '@percorso/designer/editor';
import type { PathwayDocument } from '@percorso/engine';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import { keyOf, useCommand } from '../api/queries.ts';
import { ProblemError, request } from '../api/request.ts';
import { announce } from '../shell/Announcements.tsx';

/** The installation's other pathways, for a draft that takes one in or gives one away. */
export function usePathwayLibrary(): PathwayLibrary {
  const { t } = useTranslation(['drafts', 'common']);
  const client = useQueryClient();
  const language = useLanguage();
  const { mutateAsync: create } = useCommand('createDraft');
  return useMemo(() => {
    const whyNot = (error: unknown) =>
      error instanceof ProblemError ? error.message : t('common:unreachable.title');
    return {
      onRead: async (pathway) => {
        try {
          const document = await readCurrent(client, pathway);
          return document ? { ok: true, document } : { ok: false, why: t('library.unpublished') };
        } catch (error) {
          return { ok: false, why: whyNot(error) };
        }
      },
      onBegin: async (document) => {
        const title = document.title[language];
        try {
          await create({ body: { from: 'document', document: JSON.stringify(document) } });
          announce(t('library.begun', { title }));
          return true;
        } catch (error) {
          announce(t('library.not-begun', { title, why: whyNot(error) }), 'note');
          return false;
        }
      },
    };
  }, [client, create, t, language]);
}

/** What runs of a pathway now; undefined where no version of it was published yet. */
async function readCurrent(client: QueryClient, id: string): Promise<PathwayDocument | undefined> {
  const { pathways } = await client.fetchQuery({
    queryKey: keyOf('listPathways'),
    queryFn: () => request('listPathways', {}),
  });
  const version = pathways.find((one) => one.id === id)?.currentVersion;
  if (version === undefined) return undefined;
  const asked = { params: { id, version } };
  const read = await client.fetchQuery({
    queryKey: keyOf('readPathwayVersion', asked),
    queryFn: () => request('readPathwayVersion', asked),
  });
  // The server serves only documents that its engine has parsed.
  return read.document as PathwayDocument;
}
