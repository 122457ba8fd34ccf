import { type PathwayDocument, type Persona, parseDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { COURSE } from '../case/testing-documents.ts';
import { astrayIn } from './astray.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests change any place of it
type Drawn = any;

function course(draw: (document: Drawn) => void = () => {}): PathwayDocument {
  const document = structuredClone(COURSE) as Drawn;
  draw(document);
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

const zoe: Persona = {
  id: 'zoe',
  name: 'Zoe',
  pathway: 'course',
  profile: { it: '22 anni', en: '22 years old' },
  says: { it: 'Si può girare.', en: 'One may turn.' },
  participant: { age: 22, helped: false },
  start: '2026-01-12T09:00:00.000Z',
  walk: [{ do: { type: 'action', action: 'TURN' }, steps: ['choosing'] }],
};
const told = (draw?: (document: Drawn) => void, more: Partial<Persona> = {}) =>
  astrayIn(course(draw), course(), [{ ...zoe, ...more }]);

describe('a persona', () => {
  it('that gets to its end is not astray', () => {
    expect(told()).toEqual([]);
  });

  it('whose action the draft has lost is told by its stop and where that is', () => {
    const [astray] = told((document) => {
      delete document.machine.states.choosing.on.TURN;
      delete document.actions.TURN;
    });
    expect(astray).toEqual({
      persona: 'zoe',
      words: {
        it: 'Zoe: alla tappa 1, in «Scelta», si ferma. L’azione nella bozza non c’è più.',
        en: 'Zoe: at stop 1, at “Scelta”, it stops. The action is not in the draft any more.',
      },
    });
  });

  it.each([
    [['late'], 'Zoe: alla tappa 1 arriva a «Scelta», non più a «In ritardo».'],
    [['choosing', 'late'], 'Zoe: alla tappa 1 non arriva più a «In ritardo».'],
    [[], 'Zoe: alla tappa 1 arriva anche a «Scelta».'],
    [['sent'], 'Zoe: alla tappa 1 arriva a «Scelta», non più a un passo che non c’è più.'],
  ])('that should be at %j is told by the difference alone', (steps, words) => {
    const [astray] = told(undefined, { walk: [{ ...zoe.walk[0]!, steps }] });
    expect(astray!.words.it).toBe(words);
  });

  it('whose refusal or outcome is no longer so is told of, too', () => {
    const event = { type: 'action', action: 'TURN' } as const;
    const refused = { type: 'refused', event, code: 'action-not-open-here' } as const;
    const [done] = told(undefined, { walk: [{ do: refused }] });
    expect(done!.words.en).toBe(
      'Zoe: at stop 1, at “Scelta”, what must not be possible is possible now.',
    );
    const [other] = told(undefined, { outcome: 'withdrawn' });
    expect(other!.words.it).toBe('Zoe: alla fine l’esito è un altro.');
  });
});
