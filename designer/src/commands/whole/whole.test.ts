import { expect, test } from 'vitest';
import { done, tinyDocument } from '../testing/tiny-document.ts';
import { describePathway } from './describe-pathway.ts';
import { replaceDocument } from './replace-document.ts';

const tiny = tinyDocument();
const words = { it: 'Altro', en: 'Other' };

test('a pathway has a title and perhaps a summary', () => {
  const said = done(describePathway.run(tiny, { title: words, summary: words }));
  expect([said.title, said.summary]).toEqual([words, words]);
  expect(done(describePathway.run(said, { summary: null }))).not.toHaveProperty('summary');
});

test('a document is replaced by one that parses, and by nothing else', () => {
  expect(done(replaceDocument.run(tiny, { by: tiny }))).toEqual(tiny);
  const newer = { ...tiny, format: 2 } as unknown as typeof tiny;
  expect(replaceDocument.run(tiny, { by: newer })).toMatchObject({
    refusal: { code: 'value-not-allowed', path: '/format' },
  });
  // What looks like a refusal is still only a document that does not parse.
  const sly = { code: 'in-use', words } as unknown as typeof tiny;
  expect(replaceDocument.run(tiny, { by: sly })).toMatchObject({
    refusal: { code: 'key-missing' },
  });
});
