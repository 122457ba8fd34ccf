import {
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { AnswerOf, OperationName, RequestOf } from './operations.ts';
import { ProblemError, request, UnreachableError } from './request.ts';

const RETRIES = 2;

/** The key under which the answer of a read is kept: the operation, then what it was asked. */
export function keyOf<N extends OperationName>(name: N, parts?: RequestOf<N>): QueryKey {
  return parts ? [name, parts] : [name];
}

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => forgetEndedSession(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => forgetEndedSession(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => error instanceof UnreachableError && count < RETRIES,
      },
      // Without a network a change fails at once, and says so: it must not happen unseen later.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Any 401 but the one that asks who is signed in means that the session has just ended. */
function forgetEndedSession(client: QueryClient, error: Error) {
  if (!(error instanceof ProblemError) || error.problem.status !== 401) return;
  if (client.getQueryState(keyOf('whoAmI', {}))?.data !== undefined) {
    void client.resetQueries({ queryKey: keyOf('whoAmI') });
  }
}

type ReadOptions<N extends OperationName> = Pick<
  UseQueryOptions<AnswerOf<N>, Error>,
  'enabled' | 'staleTime' | 'placeholderData' | 'refetchInterval'
>;

/** Reads through an operation of the API and keeps the answer. */
export function useRead<N extends OperationName>(
  name: N,
  parts: RequestOf<N>,
  options: ReadOptions<N> = {},
): UseQueryResult<AnswerOf<N>, Error> {
  return useQuery<AnswerOf<N>, Error>({
    ...options,
    queryKey: keyOf(name, parts),
    queryFn: ({ signal }) => request(name, parts, { signal }),
  });
}

type Mutation<N extends OperationName> = UseMutationResult<AnswerOf<N>, Error, RequestOf<N>>;

interface Command<N extends OperationName> extends Omit<Mutation<N>, 'mutate'> {
  readonly mutate: (
    parts: RequestOf<N>,
    options?: {
      readonly onSuccess?: (answer: AnswerOf<N>) => void;
      readonly onError?: (error: Error) => void;
    },
  ) => void;
}

/**
 * Changes something through an operation of the API. Where no answer came, the next try of the
 * same request has the same idempotency key; an answer, yes or no, ends that. Afterwards every
 * read is asked again, and then `onSuccess` is called (`onError` at once), even where what was
 * read has put something else in the asker's place.
 */
export function useCommand<N extends OperationName>(name: N): Command<N> {
  const client = useQueryClient();
  const pending = useRef<{ request: string; key: string }>(null);
  const mutation = useMutation<AnswerOf<N>, Error, RequestOf<N>>({
    mutationFn: async (parts) => {
      const asked = JSON.stringify(parts);
      if (pending.current?.request !== asked) {
        pending.current = { request: asked, key: crypto.randomUUID() };
      }
      try {
        const answer = await request(name, parts, { idempotencyKey: pending.current.key });
        pending.current = null;
        return answer;
      } catch (error) {
        if (error instanceof ProblemError) pending.current = null;
        throw error;
      }
    },
    onSuccess: () => client.invalidateQueries({ predicate: isAffectedByCommands }),
  });
  const { mutateAsync } = mutation;
  const mutate: Command<N>['mutate'] = useCallback(
    (parts, { onSuccess, onError = () => {} } = {}) => {
      mutateAsync(parts).then(onSuccess, onError);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}

/**
 * A published version of a pathway never changes; the session is read again by its own pages, and
 * a preview is made again when somebody asks for it.
 */
const UNAFFECTED: readonly unknown[] = [
  'readPathwayVersion',
  'whoAmI',
  'previewMigration',
  'previewDeviation',
];

function isAffectedByCommands({ queryKey }: { queryKey: QueryKey }): boolean {
  return !UNAFFECTED.includes(queryKey[0]);
}
