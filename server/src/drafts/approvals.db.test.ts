import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftView } from '../contract/drafts.ts';
import { type Somebody, useTestApi } from '../http/testing.ts';
import { parseSettings } from '../settings.ts';
import {
  coordinator,
  draftOf,
  named,
  publishCourse,
  publishing,
  saving,
  titled,
} from './testing.ts';

const api = useTestApi({ settings: parseSettings({ SECOND_APPROVAL: 'on' }) });
let ada: Somebody;
let bea: Somebody;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
});

let courses = 0;
async function drawn(): Promise<DraftView> {
  const pathway = `course-${++courses}`;
  await publishCourse(api, pathway);
  const draft = await draftOf(api, ada, pathway);
  await api.ask('saveDraft', saving(ada, draft, titled('Due firme')));
  return api.ask('readDraft', named(ada, draft.id));
}
const approving = (as: Somebody, draft: DraftView) => {
  const { body: _, ...rest } = publishing(as, draft);
  return rest;
};

describe('where a second coordinator must approve', () => {
  it('nothing is published without, and with it not by whoever gave it', async () => {
    const draft = await drawn();
    expect(draft).toMatchObject({ needsApproval: true, approvals: [] });
    await api.askInVain('publishVersion', 'approval-missing', publishing(ada, draft));
    await api.askInVain('publishVersion', 'approval-missing', publishing(bea, draft));
    await api.ask('approveDraft', approving(bea, draft));
    await api.ask('approveDraft', approving(bea, draft));
    const { approvals } = await api.ask('readDraft', named(ada, draft.id));
    expect(approvals).toMatchObject([{ person: { id: bea.id } }]);
    await api.askInVain('publishVersion', 'approval-missing', publishing(bea, draft));
    await api.ask('publishVersion', publishing(ada, draft));
    await api.askInVain('approveDraft', 'draft-closed', approving(bea, draft));
  });

  it('whoever saved the revision cannot approve it', async () => {
    const draft = await drawn();
    await api.askInVain('approveDraft', 'approval-own', approving(ada, draft));
  });

  it('whoever drew nearly all of it cannot approve and publish a colleague’s last touch', async () => {
    const draft = await drawn();
    const { revision } = await api.ask('saveDraft', saving(bea, draft, titled('Un ritocco')));
    const touched = { ...draft, revision };
    await api.ask('approveDraft', approving(ada, touched));
    await api.askInVain('publishVersion', 'approval-missing', publishing(ada, touched));
    const cleo = await coordinator(api);
    await api.ask('approveDraft', approving(cleo, touched));
    await api.ask('publishVersion', publishing(ada, touched));
  });

  it('a later save makes the approval worthless', async () => {
    const draft = await drawn();
    await api.ask('approveDraft', approving(bea, draft));
    const { revision } = await api.ask('saveDraft', saving(ada, draft, titled('Di nascosto')));
    const later = { ...draft, revision };
    await api.askInVain('publishVersion', 'approval-missing', publishing(ada, later));
    const { approvals } = await api.ask('readDraft', named(ada, draft.id));
    expect(approvals).toEqual([]);
    await api.askInVain('approveDraft', 'revision-stale', approving(bea, draft));
    await api.ask('approveDraft', approving(bea, later));
    await api.ask('publishVersion', publishing(ada, later));
  });

  it('the approver who then saves has approved nothing of it', async () => {
    const draft = await drawn();
    await api.ask('approveDraft', approving(bea, draft));
    const { revision } = await api.ask('saveDraft', saving(bea, draft, titled('Mia')));
    const later = { ...draft, revision };
    await api.askInVain('publishVersion', 'approval-missing', publishing(bea, later));
    await api.ask('approveDraft', approving(ada, later));
    await api.ask('publishVersion', publishing(bea, later));
  });

  it('an approval counts only while whoever gave it is a coordinator', async () => {
    const draft = await drawn();
    const leaving = await coordinator(api);
    await api.ask('approveDraft', approving(leaving, draft));
    await api.server.pool.query(`update person set roles = '{monitor}' where id = $1`, [
      leaving.id,
    ]);
    await api.askInVain('publishVersion', 'approval-missing', publishing(ada, draft));
  });

  it('an approval can be withdrawn, until it is published', async () => {
    const draft = await drawn();
    await api.ask('approveDraft', approving(bea, draft));
    await api.ask('withdrawApproval', named(bea, draft.id));
    await api.askInVain('publishVersion', 'approval-missing', publishing(ada, draft));
  });
});
