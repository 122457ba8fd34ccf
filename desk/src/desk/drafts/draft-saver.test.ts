import { commands } from '@percorso/designer';
import type { Edit } from '@percorso/designer/editor';
import { emptyPathway, type PathwayDocument } from '@percorso/engine';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftKeep, KeptDraft } from './draft-keep.ts';
import {
  DraftSaver,
  type Failure,
  type ReadAnswer,
  type SaveAnswer,
  type StoredDraft,
} from './draft-saver.ts';

const said = (it: string, en = it) => ({ it, en });
const empty = emptyPathway({ id: 'new', title: said('Nuovo') });

function withStep(document: PathwayDocument, step: string): PathwayDocument {
  const result = commands['add-step'].run(document, { step, label: said(step) });
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

function renamed(document: PathwayDocument, name: string): PathwayDocument {
  const parameters = { step: 'start', label: said(name) };
  const result = commands['set-step-label'].run(document, parameters);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

const edit = (after: PathwayDocument): Edit => ({
  label: said('edit'),
  steps: [{ name: 'add-step', parameters: {} }],
  before: empty,
  after,
});

/** A server with one draft, which a colleague may change, and a device that keeps things. */
class Office {
  stored: StoredDraft = { revision: 1, document: empty, by: 'Giulia' };
  isReachable = true;
  isStorable = true;
  /** What the server answers instead, while it is set. */
  failure: Failure | undefined;
  /** What happens while a save is on its way. */
  meanwhile: (() => unknown) | undefined;
  kept: KeptDraft | undefined;
  waiting: (() => void)[] = [];
  saves = 0;

  readonly keep: DraftKeep = {
    read: () => this.kept,
    write: (kept) => {
      if (!this.isStorable) return false;
      this.kept = kept;
      return true;
    },
  };

  open(): DraftSaver {
    const save = async (revision: number, document: PathwayDocument): Promise<SaveAnswer> => {
      if (!this.isReachable) return { is: 'offline' };
      if (this.failure) return this.failure;
      if (revision !== this.stored.revision) return { is: 'stale' };
      this.saves += 1;
      this.stored = { revision: revision + 1, document, by: 'me' };
      await this.meanwhile?.();
      return { is: 'saved', revision: revision + 1 };
    };
    const read = async (): Promise<ReadAnswer> => {
      if (!this.isReachable) return { is: 'offline' };
      return this.failure ?? { is: 'read', draft: this.stored };
    };
    return new DraftSaver(this.stored, { save, read }, this.keep, (work) => {
      this.waiting.push(work);
    });
  }

  colleagueDraws(document: PathwayDocument): void {
    this.stored = { revision: this.stored.revision + 1, document, by: 'Giulia' };
  }

  /** Lets every pause end, and what follows from it. */
  async pause(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      for (const work of this.waiting.splice(0)) work();
      await new Promise((done) => setImmediate(done));
    }
  }
}

let office: Office;
beforeEach(() => {
  office = new Office();
});

test('what is drawn is saved when the coordinator pauses, many edits at once', async () => {
  const saver = office.open();
  const one = withStep(empty, 'one');
  const two = withStep(one, 'two');
  saver.changed(one, edit(one));
  saver.changed(two, edit(two));
  expect(saver.state.save).toBe('unsaved');
  expect(office.kept).toBeDefined();
  await office.pause();
  expect(saver.state.save).toBe('saved');
  expect(office.stored.document).toBe(two);
  expect(office.saves).toBe(1);
  expect(office.kept).toBeUndefined();
});

describe('when a colleague has saved meanwhile', () => {
  test('edits that are apart come together, and arrive here', async () => {
    const saver = office.open();
    const mine = withStep(empty, 'mine');
    saver.changed(mine, edit(mine));
    office.colleagueDraws(withStep(empty, 'theirs'));
    await office.pause();
    expect(Object.keys(office.stored.document.steps).sort()).toEqual(['mine', 'start', 'theirs']);
    expect(saver.state.save).toBe('saved');
    expect(Object.keys(saver.document.steps).sort()).toEqual(['mine', 'start', 'theirs']);
  });

  test('without edits of mine theirs just come in', async () => {
    const saver = office.open();
    const theirs = withStep(empty, 'theirs');
    office.colleagueDraws(theirs);
    await saver.colleagueSaved(2);
    expect(saver.state).toMatchObject({ save: 'saved', arrival: theirs });
    await office.pause();
    expect(office.saves).toBe(0);
  });

  test.each([
    ['mine', 'Mio'],
    ['theirs', 'Suo'],
  ] as const)('the same thing changed twice asks; %s is what is saved', async (choice, name) => {
    const saver = office.open();
    const mine = renamed(empty, 'Mio');
    saver.changed(mine, edit(mine));
    office.colleagueDraws(renamed(empty, 'Suo'));
    await office.pause();
    expect(saver.state).toMatchObject({ save: 'conflict', colleague: 'Giulia' });
    expect(office.stored.document.steps.start?.label.it).toBe('Suo');
    const [conflict] = saver.state.conflicts ?? [];
    await saver.settle({ [conflict?.id ?? '']: choice });
    await office.pause();
    expect(saver.state.save).toBe('saved');
    expect(office.stored.document.steps.start?.label.it).toBe(name);
  });
});

test('without a network it is kept here, and saved when there is one', async () => {
  const saver = office.open();
  const mine = withStep(empty, 'mine');
  office.isReachable = false;
  saver.changed(mine, edit(mine));
  await office.pause();
  expect(saver.state.save).toBe('offline');
  office.isReachable = true;
  await office.pause();
  expect(saver.state.save).toBe('saved');
  expect(office.stored.document).toBe(mine);
});

test('what a closed tab had not saved comes back, with what a colleague drew since', async () => {
  const mine = withStep(empty, 'mine');
  office.open().changed(mine, edit(mine));
  office.waiting = [];
  office.colleagueDraws(withStep(empty, 'theirs'));
  const again = office.open();
  await office.pause();
  expect(again.state.save).toBe('saved');
  expect(Object.keys(office.stored.document.steps).sort()).toEqual(['mine', 'start', 'theirs']);
  expect(office.kept).toBeUndefined();
});

test('what was kept and is no pathway any more is forgotten', async () => {
  office.kept = { base: '{}', mine: 'nothing' };
  const saver = office.open();
  await office.pause();
  expect(saver.state.save).toBe('saved');
  expect(office.kept).toBeUndefined();
});

describe('when the server says no', () => {
  const closed: Failure = { is: 'refused', error: new Error('the draft is closed') };

  test('why stays to be read while drawing goes on, and everything is kept here', async () => {
    const saver = office.open();
    office.failure = closed;
    const one = withStep(empty, 'one');
    saver.changed(one, edit(one));
    await office.pause();
    const two = withStep(one, 'two');
    saver.changed(two, edit(two));
    expect(saver.state).toMatchObject({ save: 'unsaved', refusal: closed.error });
    await office.pause();
    expect(await saver.flush()).toBe(false);
    expect(JSON.parse(office.kept?.mine ?? '{}').steps).toHaveProperty('two');
  });

  test('to a reading, that is said too, and not taken for a missing network', async () => {
    const saver = office.open();
    office.colleagueDraws(withStep(empty, 'theirs'));
    office.failure = closed;
    await saver.colleagueSaved(2);
    expect(saver.state.refusal).toBe(closed.error);
  });

  test('for the moment, it is asked again by itself', async () => {
    const saver = office.open();
    office.failure = { is: 'busy' };
    const mine = withStep(empty, 'mine');
    saver.changed(mine, edit(mine));
    await office.pause();
    expect(saver.state.save).toBe('busy');
    office.failure = undefined;
    await office.pause();
    expect(office.stored.document).toBe(mine);
  });
});

test('what can be neither saved nor kept is said', async () => {
  const saver = office.open();
  office.isReachable = false;
  office.isStorable = false;
  const mine = withStep(empty, 'mine');
  saver.changed(mine, edit(mine));
  await office.pause();
  expect(saver.state.save).toBe('unkept');
});

test('what a colleague saves while a save is on its way comes in afterwards', async () => {
  const saver = office.open();
  office.meanwhile = () => {
    office.meanwhile = undefined;
    office.colleagueDraws(withStep(office.stored.document, 'theirs'));
    return saver.colleagueSaved(office.stored.revision);
  };
  const mine = withStep(empty, 'mine');
  saver.changed(mine, edit(mine));
  await office.pause();
  expect(Object.keys(saver.document.steps).sort()).toEqual(['mine', 'start', 'theirs']);
});

test('who asks for all to be saved waits for the save that is on its way, and for the next', async () => {
  const saver = office.open();
  const one = withStep(empty, 'one');
  const two = withStep(one, 'two');
  office.meanwhile = () => {
    office.meanwhile = undefined;
    saver.changed(two, edit(two));
  };
  saver.changed(one, edit(one));
  const first = saver.flush();
  expect(await saver.flush()).toBe(true);
  await first;
  expect(office.stored.document).toBe(two);
});
