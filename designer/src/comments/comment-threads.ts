import type { DraftComment } from '../editor/props.ts';

/** A comment and the answers to it, the oldest first. */
export interface CommentThread {
  readonly head: DraftComment;
  readonly replies: readonly DraftComment[];
}

/** The threads, those about the chosen step first, then the newest. */
export function commentThreads(
  comments: readonly DraftComment[],
  step: string | undefined,
): readonly CommentThread[] {
  const replies = Map.groupBy(comments, ({ parent }) => parent);
  const threads = (replies.get(undefined) ?? []).map((head) => ({
    head,
    replies: (replies.get(head.id) ?? []).toSorted((one, other) => byTime(one, other)),
  }));
  const isNear = ({ head }: CommentThread) => step !== undefined && head.step === step;
  return threads.toSorted(
    (one, other) => Number(isNear(other)) - Number(isNear(one)) || byTime(other.head, one.head),
  );
}

function byTime(one: DraftComment, other: DraftComment): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
