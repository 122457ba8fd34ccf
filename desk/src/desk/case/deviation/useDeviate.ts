import type { DeviationRequest } from '@percorso/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useCommand } from '../../api/queries.ts';
import { useCase } from '../case-context.ts';
import { isStale } from '../useCaseCommand.ts';

/**
 * Changes the way of the case at hand, against the revision whose consequences were seen. Where
 * the case has moved meanwhile it is read again, and so is what the change would mean.
 */
export function useDeviate(onDone: (what: string) => void) {
  const client = useQueryClient();
  const { view } = useCase();
  const command = useCommand('deviate');
  const send = (body: DeviationRequest, revision: number, what: string) =>
    command.mutate(
      { params: { id: view.id }, body, revision },
      {
        onSuccess: () => onDone(what),
        onError: (error) => {
          if (isStale(error)) void client.invalidateQueries({ queryKey: keyOf('readCase') });
        },
      },
    );
  return {
    send,
    error: isStale(command.error) ? null : command.error,
    isStale: isStale(command.error),
    isPending: command.isPending,
    isDone: command.isSuccess,
  };
}
