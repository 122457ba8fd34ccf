import { hasRole, type Reader } from '../reader.ts';

const isCoordinator = (reader: Reader) => hasRole(reader, 'coordinator');

/** Only coordinators see and draw what has not been published yet. */
export const draftAbilities = {
  'drafts.read': isCoordinator,
  'drafts.change': isCoordinator,
  'drafts.publish': isCoordinator,
};

/** A comment is taken back by whoever wrote it, and by nobody else. */
export function mayDeleteComment(reader: Reader, comment: { readonly personId: string }): boolean {
  return isCoordinator(reader) && comment.personId === reader.id;
}
