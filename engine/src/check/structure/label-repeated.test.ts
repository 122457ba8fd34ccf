import { expect, test } from 'vitest';
import { drawn, foundBy, words } from '../testing-pathway.ts';

const states = { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } } as const;

test('two steps of one name are found together', () => {
  const steps = { start: { label: words('Corso') }, ended: { label: words('corso ') } };
  const [found] = foundBy('label-repeated', drawn({ states, steps }));
  expect(found?.elements.map(({ step }) => step)).toEqual(['start', 'ended']);
});

test('two steps with names of their own are none', () => {
  expect(foundBy('label-repeated', drawn({ states }))).toEqual([]);
});

test('two steps of one English name are found, once', () => {
  const steps = {
    start: { label: { it: 'Corso', en: 'Course' } },
    ended: { label: { it: 'Percorso', en: 'Course' } },
  };
  const [found, ...more] = foundBy('label-repeated', drawn({ states, steps }));
  expect(more).toEqual([]);
  expect(found?.message.it).toBe(
    '2 passi si chiamano in inglese «Course»: dai a ciascuno un nome suo.',
  );
});
