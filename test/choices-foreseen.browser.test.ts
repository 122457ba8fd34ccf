/** A question of a redesign, whose answers say beforehand who would be held up. */
import { type PathwayDocument, parseDocument } from '@percorso/engine';
import type { DraftView } from '@percorso/server/contract';
import { expect, test } from 'vitest';
import { addCase, addEdition, addOrganisation, publish } from '../server/src/case/testing.ts';
import { step } from '../server/src/migration/testing.ts';
import { parted, resting } from '../server/src/migration/testing-seats.ts';
import { useApi, useOffice } from './office.ts';
import { faultsByAxe, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const PATHWAY = 'resting';
const SLOW_MS = 300_000;

const office = useOffice();
const api = useApi(office);
const { openAs } = useScreens(office);
const as = PAOLA;

/** Three want the two seats of an edition, and one has chosen none. */
async function fourRest(): Promise<void> {
  const { server } = office;
  await addOrganisation(server, 'cesvip');
  await addOrganisation(server, 'passing');
  const parsed = parseDocument(resting(PATHWAY));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(server, parsed.document);
  const { rows } = await server.pool.query<{ id: string }>(
    'select id from person where email = $1',
    [PAOLA],
  );
  const edition = await addEdition(server, 'training', 2);
  for (const chosen of [edition, edition, edition, null]) {
    const id = await addCase(server, PATHWAY, rows[0]!.id);
    const act = (action: string, answer = {}) =>
      step(server, id, { type: 'action', action, answer });
    if (chosen) {
      await act('ENROL', { edition });
      await act('LEAVE');
    }
    await act('NAME', { partner: 'cesvip' });
    await act('REST');
  }
}

async function draftWithoutRest(): Promise<string> {
  const begun = { from: 'version', pathway: PATHWAY };
  const { id } = await api.ask<DraftView>('POST', '/api/drafts', begun, { as });
  const draft = await api.ask<DraftView>('GET', `/api/drafts/${id}`, undefined, { as });
  const document = draft.document as PathwayDocument;
  parted(document);
  const body = { document: JSON.stringify(document), edits: [] };
  const { revision } = draft;
  await api.ask<DraftView>('PUT', `/api/drafts/${id}/document`, body, { as, revision });
  return id;
}

test(
  'each answer says who would be blocked and who would wait, and so it comes once it is given',
  async () => {
    await fourRest();
    const page = await openAs(PAOLA, `/desk/drafts/${await draftWithoutRest()}/impact`);
    const answer = (name: string) => page.getByRole('radio', { name: `«${name}»`, exact: true });
    const told = async (name: string) => {
      const id = await answer(name).getAttribute('aria-describedby');
      return page.locator(`[id="${id}"]`).textContent();
    };
    await seen(answer('Dentro'));
    const within = await told('Dentro');
    expect(within).toContain('1 caso resterebbe bloccato.');
    expect(within).toContain('Per «Laboratorio» non è ancora stata scelta un’edizione.');
    expect(within).toContain('Scegliere prima l’edizione, con la sua azione.');
    expect(within).toContain("1 caso andrebbe in lista d'attesa, perché i posti non bastano");
    expect(await told('Fuori')).toBe('Nessuno resterebbe bloccato o in attesa di un posto.');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 740 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);

    await page.setViewportSize({ width: 1280, height: 800 });
    await answer('Dentro').check();
    await page.getByRole('button', { name: 'Conferma la risposta' }).click();
    const tiles = page.getByRole('region', { name: 'Casi simili' });
    await seen(tiles.getByText("1 caso va in lista d'attesa", { exact: false }));
    await seen(tiles.getByText('non è ancora stata scelta un’edizione', { exact: false }));
  },
  SLOW_MS,
);
