import { DOCUMENT_BYTES_MAX, parseDocument } from '@percorso/engine';
import { expect, test } from 'vitest';
import { shippedPathway } from '../../problems/testing.ts';
import { setPositions } from './set-positions.ts';

const document = shippedPathway('mig-work-neet');
const [step = ''] = Object.keys(document.steps);
const positions = { [step]: { x: -100_000, y: 99_999.123456789 } };

test('the farthest places still leave a document that parses', () => {
  const result = setPositions.run(document, { positions });
  expect(result.ok && parseDocument(result.document).ok).toBe(true);
});

test('a document that is too large is refused, whatever moves in it', () => {
  const body = { it: 'à'.repeat(2000), en: 'b' };
  const message = { to: 'participant' as const, subject: body, body };
  const names = Array.from({ length: 130 }, (_, index) => `message-${index}`);
  const messages = Object.fromEntries(names.map((name) => [name, message]));
  const large = { ...document, messages };
  expect(JSON.stringify(large).length).toBeLessThan(DOCUMENT_BYTES_MAX);
  const result = setPositions.run(large, { positions });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
});
