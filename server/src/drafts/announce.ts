import type { ClientBase, Pool } from 'pg';

/** The channel on which every process hears which draft something happened to. */
export const DRAFT_CHANNEL = 'percorso_draft';

/** Tells all processes; within a transaction, once it commits. */
export async function announce(on: Pool | ClientBase, draftId: string): Promise<void> {
  await on.query('select pg_notify($1, $2)', [DRAFT_CHANNEL, draftId]);
}

/** The versions of a pathway changed, or its personas: every draft of it that is open or was just closed. */
export async function announcePathway(on: Pool | ClientBase, pathway: string): Promise<void> {
  await on.query('select pg_notify($1, id::text) from draft where pathway_id = $2', [
    DRAFT_CHANNEL,
    pathway,
  ]);
}
