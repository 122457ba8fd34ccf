import type { Pool } from 'pg';
import type { Colleague } from '../contract/drafts.ts';
import { PRESENT } from './presence.ts';

/** How things stand with a draft, and which comments changed. */
export interface News {
  readonly revision: number;
  readonly commentRevision: number;
  readonly changedAt: Date;
  readonly changedBy: Colleague;
  readonly discardedAt: Date | null;
  readonly publishedVersion: number | null;
  readonly currentVersion: number | null;
  readonly approvals: readonly Colleague[];
  readonly people: readonly Colleague[];
  readonly comments: readonly { readonly id: string; readonly revision: number }[];
  /** How often a persona of the pathway was kept, changed, forgotten or taken up again. */
  readonly personaEdits: number;
}

/** What a stream has told already. Null: nothing yet. */
export interface Told {
  readonly revision: number | null;
  readonly commentRevision: number | null;
  readonly status: string;
  readonly people: string;
  readonly personaEdits: number | null;
}

const NEWS = `
select d.revision, d.comment_revision as "commentRevision", d.changed_at as "changedAt",
  json_build_object('id', h.id, 'name', h.name) as "changedBy", d.discarded_at as "discardedAt",
  d.published_version as "publishedVersion", w.current_version as "currentVersion",
  coalesce((
    select json_agg(json_build_object('id', a.id, 'name', a.name) order by v.at, a.id)
    from draft_approval v join person a on a.id = v.person_id
    where v.draft_id = d.id and v.revision = d.revision), '[]') as approvals,
  (${PRESENT('d.id', '$2')}) as people,
  coalesce((
    select json_agg(json_build_object('id', m.id, 'revision', m.revision) order by m.revision)
    from draft_comment m where m.draft_id = d.id and m.revision > $3), '[]') as comments,
  (select count(*)::int from persona_edit e join persona s on s.id = e.persona_id
    where s.pathway_id = d.pathway_id) as "personaEdits"
from draft d join person h on h.id = d.changed_by left join pathway w on w.id = d.pathway_id
where d.id = $1`;

/** Undefined when there is no such draft. Comments are those after a comment revision. */
export async function readNews(
  pool: Pool,
  draftId: string,
  now: Date,
  commentsAfter: number,
): Promise<News | undefined> {
  return (await pool.query<News>(NEWS, [draftId, now, commentsAfter])).rows[0];
}

/** The events that a stream has not told yet, and what it has told then. */
export function eventsOf(news: News, told: Told): { readonly text: string; readonly told: Told } {
  const { revision, commentRevision, discardedAt, publishedVersion, currentVersion } = news;
  const { approvals, personaEdits } = news;
  const status = JSON.stringify({ discardedAt, publishedVersion, currentVersion, approvals });
  const people = JSON.stringify({ people: news.people });
  const events: string[] = [];
  if (told.revision !== revision) events.push(eventOf('saved', JSON.stringify(savedOf(news))));
  for (const comment of news.comments) {
    if (told.commentRevision === null || comment.revision <= told.commentRevision) continue;
    events.push(eventOf('comment', JSON.stringify(comment)));
  }
  if (told.status !== status) events.push(eventOf('status', status));
  if (told.people !== people) events.push(eventOf('presence', people));
  if (told.personaEdits !== personaEdits) events.push(eventOf('personas', '{}'));
  const after = { revision, commentRevision, status, people, personaEdits };
  if (events.length === 0) return { text: '', told: after };
  // The id comes last: a stream that breaks before it is told all of this again.
  return { text: `${events.join('')}id: ${revision}.${commentRevision}\n\n`, told: after };
}

function savedOf({ revision, changedBy, changedAt }: News) {
  return { revision, personId: changedBy.id, name: changedBy.name, at: changedAt };
}

const eventOf = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;

/** An event's id as it comes back in Last-Event-ID, or in the query at first. */
export function toldUntil(id: string | undefined): Told {
  const [, revision, commentRevision] = /^(\d{1,9})\.(\d{1,9})$/.exec(id ?? '') ?? [];
  const isKnown = revision !== undefined && commentRevision !== undefined;
  return {
    revision: isKnown ? Number(revision) : null,
    commentRevision: isKnown ? Number(commentRevision) : null,
    status: '',
    people: '',
    personaEdits: null,
  };
}
