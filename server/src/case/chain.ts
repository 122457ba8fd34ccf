import { createHash } from 'node:crypto';
import { sortedJson } from '@percorso/engine';

/** What the chain vouches for: everything of an entry but its facts, of which it has the digest. */
export interface ChainLink {
  readonly caseId: string;
  readonly revision: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Of the salted facts, so that they can be erased and the chain still holds. */
  readonly digest: Buffer;
}

/** SHA-256 of the salt and the facts; without the salt the facts can't be guessed from it. */
export function digestOf(salt: Buffer, facts: string): Buffer {
  return createHash('sha256').update(salt).update(facts).digest();
}

/** The hash of an entry: of the hash before it (empty for the first) and of what it says. */
export function hashOf(previous: Buffer, link: ChainLink): Buffer {
  const said = sortedJson({
    case_id: link.caseId,
    revision: link.revision,
    at: link.at,
    kind: link.kind,
    actor_kind: link.actorKind,
    actor_id: link.actorId,
    entered: link.entered,
    left: link.left,
    digest: link.digest.toString('hex'),
  });
  return createHash('sha256').update(previous).update(said).digest();
}
