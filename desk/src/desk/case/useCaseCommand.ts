import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf, RequestOf } from '../api/operations.ts';
import { keyOf, useCommand } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { announce } from '../shell/Announcements.tsx';
import { useCase } from './case-context.ts';
import { NEXT_HEADING } from './NextActions.tsx';

type CaseCommand = 'act' | 'assignCase' | 'shareCase' | 'correctCase';

const PRECONDITION_FAILED = 412;
const FOCUS_RETURN_MS = 250;

/**
 * A change of the case at hand, made against the revision that the reader saw when the dialog
 * opened. Where the case has moved on meanwhile, it is read again and the reader is told; their
 * next try is against what they see then.
 */
export function useCaseCommand<N extends CaseCommand>(name: N, onClose: () => void) {
  const client = useQueryClient();
  const { view } = useCase();
  const [revision, setRevision] = useState(view.revision);
  const command = useCommand(name);

  const send = (body: BodyOf<N>, done: string) => {
    const parts = { params: { id: view.id }, body, revision } as unknown as RequestOf<N>;
    command.mutate(parts, {
      onSuccess: () => closeWith(done, onClose),
      onError: (error) => {
        if (!isStale(error)) return;
        setRevision(error.problem.revision ?? view.revision);
        void client.invalidateQueries({ queryKey: keyOf('readCase') });
      },
    });
  };
  const error = command.error;
  return { send, error, isStale: isStale(error), isPending: command.isPending };
}

export function isStale(error: Error | null): error is ProblemError {
  return error instanceof ProblemError && error.problem.status === PRECONDITION_FAILED;
}

/** Closes a dialog after a success: says what was done and puts the focus on what comes next. */
export function closeWith(message: string, onClose: () => void) {
  onClose();
  announce(message);
  // After the dialog has given the focus back to a button that may be gone.
  setTimeout(() => document.getElementById(NEXT_HEADING)?.focus(), FOCUS_RETURN_MS);
}
