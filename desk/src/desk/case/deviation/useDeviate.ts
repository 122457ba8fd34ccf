import type { DeviationRequest } from '@percorso/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useCommand } from '../../api/queries.ts';
import { ProblemError } from '../../api/request.ts';
import { useCase } from '../case-context.ts';
import { isStale } from '../useCaseCommand.ts';

const AFTER_A_NO = ['readCase', 'readDeviations', 'previewDeviation'] as const;

/**
 * Changes the way of the case at hand, against the revision whose consequences were seen. After a
 * «no» the case is read again, and so is what the change would mean.
 */
export function useDeviate() {
  const client = useQueryClient();
  const { view } = useCase();
  const command = useCommand('deviate');
  const send = (body: DeviationRequest, revision: number, done: () => void) =>
    command.mutate(
      { params: { id: view.id }, body, revision },
      {
        onSuccess: done,
        onError: (error) => {
          if (!(error instanceof ProblemError)) return;
          for (const name of AFTER_A_NO) void client.invalidateQueries({ queryKey: keyOf(name) });
        },
      },
    );
  const wasStale = isStale(command.error);
  return {
    send,
    error: wasStale ? null : command.error,
    isStale: wasStale,
    isBusy: command.isPending || command.isSuccess,
  };
}
