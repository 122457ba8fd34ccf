import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COURSE } from '../case/testing-documents.ts';
import { DocumentThread, GIVEN_UP } from './document-thread.ts';
import { handedTo } from './sub-pathways.ts';
import { programmeNames } from './testing.ts';

const neet = readFileSync(
  new URL('../../../definitions/mig-work-neet/pathway.json', import.meta.url),
  'utf8',
);
const course = JSON.stringify(COURSE);
const known = programmeNames();

describe('a thread for documents', () => {
  it('leaves this one free while it checks', async () => {
    const thread = new DocumentThread(60_000);
    let isDone = false;
    const checked = thread.ask({ kind: 'check', text: neet, others: [], known }).finally(() => {
      isDone = true;
    });
    let turns = 0;
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect(await checked).toMatchObject({ errors: [{}] });
    expect(turns).toBeGreaterThan(50);
  });

  it('does one job after the other, each with its own answer', async () => {
    const thread = new DocumentThread(60_000);
    const [parsed, refused, compared] = await Promise.all([
      thread.ask({ kind: 'parse', text: course }),
      thread.ask({ kind: 'parse', text: '{}' }),
      thread.ask({ kind: 'compare', before: course, after: course }),
    ]);
    expect(parsed).toMatchObject({ ok: true, id: 'course', text: course });
    expect(refused).toMatchObject({ ok: false });
    expect(compared).toEqual([]);
  });

  it('gives a job up that takes too long, and goes on with the next', async () => {
    const thread = new DocumentThread(0);
    expect(await thread.ask({ kind: 'check', text: neet, others: [], known })).toBe(GIVEN_UP);
    expect(await thread.ask({ kind: 'check', text: neet, others: [], known })).toBe(GIVEN_UP);
  });

  it('says that it broke, and begins anew', async () => {
    const thread = new DocumentThread(60_000);
    const damaged = { kind: 'compare', before: '{}', after: course } as const;
    await expect(thread.ask(damaged)).rejects.toThrow(/does not parse/);
    expect(await thread.ask({ kind: 'parse', text: course })).toMatchObject({ ok: true });
  });

  it('lets only so many wait', async () => {
    const thread = new DocumentThread(60_000);
    const asked = Array.from({ length: 25 }, () => thread.ask({ kind: 'parse', text: course }));
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer === GIVEN_UP)).toHaveLength(5);
  });
});

describe('before publishing', () => {
  it('what other pathways hand over is known, and a pathway that is missing is told', async () => {
    const thread = new DocumentThread(60_000);
    const internship = readFileSync(
      new URL('../../../definitions/internship/pathway.json', import.meta.url),
      'utf8',
    );
    const alone = await thread.ask({ kind: 'check', text: neet, others: [], known });
    expect(alone).toMatchObject({ errors: [{ check: 'pathway-unpublished', severity: 'error' }] });
    expect(await thread.ask({ kind: 'check', text: neet, others: [internship], known })).toEqual({
      errors: [],
    });
    expect(handedTo('internship', [JSON.parse(neet)])).toContain('edition');
    expect(handedTo('another', [JSON.parse(neet)])).toEqual([]);
    expect(await thread.ask({ kind: 'check', text: internship, others: [neet], known })).toEqual({
      errors: [],
    });
  });
});
