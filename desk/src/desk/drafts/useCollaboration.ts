import type { Collaboration } from '@percorso/designer/editor';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { useSession } from '../api/session.ts';
import { announce } from '../shell/Announcements.tsx';

type People = Collaboration['people'];

/** Working on a draft with others: who is here, and what they say about it. */
export function useCollaboration(id: string, people: People): Collaboration {
  const { t } = useTranslation('common');
  const { person } = useSession();
  const comments = useRead('listComments', { params: { id } });
  const add = useCommand('addComment');
  const resolve = useCommand('resolveComment');
  const reopen = useCommand('reopenComment');
  const remove = useCommand('deleteComment');
  // A comment that was not taken stays in its field; these have none to show it.
  const tell = (error: Error) => {
    const isRefused = error instanceof ProblemError;
    announce(isRefused ? error.problem.title : t('unreachable.title'), 'note');
  };
  return {
    self: { id: person.id, name: person.name },
    people: people.filter((one) => one.id !== person.id),
    comments: (comments.data?.comments ?? [])
      .filter(({ deleted }) => !deleted)
      .map(({ id: key, step, parent, text, person: author, at, resolved }) => ({
        id: key,
        step: step ?? undefined,
        parent: parent ?? undefined,
        text,
        author,
        at,
        resolvedBy: resolved?.by.name,
      })),
    onComment: async (text, { step = null, parent = null }) => {
      await add.mutateAsync({ params: { id }, body: { text, step, parent } });
    },
    onResolve: async (comment, isResolved) => {
      const command = isResolved ? resolve : reopen;
      await command.mutateAsync({ params: { id, comment } }).catch(tell);
    },
    onDelete: async (comment) => {
      await remove.mutateAsync({ params: { id, comment } }).catch(tell);
    },
  };
}
