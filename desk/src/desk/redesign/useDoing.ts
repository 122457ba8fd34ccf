import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, OperationName, RequestOf } from '../api/operations.ts';
import { keyOf, useCommand } from '../api/queries.ts';

/**
 * A command whose success is told even where the part of the page that gave it is gone by then:
 * everything is read again first, and a question that was answered is not asked any more. What
 * went wrong is in `error`.
 */
export function useDoing<N extends OperationName>(name: N) {
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useCommand(name);
  const run = (parts: RequestOf<N>, done: (answer: AnswerOf<N>) => unknown) => {
    mutateAsync(parts).then(done, () => {
      // `error` says why; what the page shows may be how things were.
      void client.invalidateQueries({ queryKey: keyOf('readMigration') });
    });
  };
  return { run, isPending, error };
}
