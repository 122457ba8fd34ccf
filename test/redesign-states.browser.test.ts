import { type PathwayDocument, parseDocument } from '@percorso/engine';
import type { DraftView, MigrationView, Session } from '@percorso/server/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addCase, publish } from '../server/src/case/testing.ts';
import { step } from '../server/src/migration/testing.ts';
import { crossroads, parted } from '../server/src/migration/testing-crossroads.ts';
import { newYouth, useApi, useOffice } from './office.ts';
import { faultsByAxe, gone, heading, seen, useScreens } from './screens.ts';

const PAOLA = 'paola.bassi@migwork.example';
const NEET = 'mig-work-neet';
const INSIDE = 4;
const SLOW_MS = 300_000;
const OFFLINE = 'internetdisconnected';

const office = useOffice();
const api = useApi(office);
const { openAs } = useScreens(office);
const as = PAOLA;

/** A draft of the pathway as it is now, drawn otherwise. */
async function drafted(
  draw: (document: PathwayDocument) => void,
  pathway = NEET,
): Promise<DraftView> {
  const begun = { from: 'version', pathway };
  const { id } = await api.ask<DraftView>('POST', '/api/drafts', begun, { as });
  const draft = await api.ask<DraftView>('GET', `/api/drafts/${id}`, undefined, { as });
  const document = draft.document as PathwayDocument;
  draw(document);
  const body = { document: JSON.stringify(document), edits: [] };
  const { revision } = draft;
  const saved = await api.ask<DraftView>('PUT', `/api/drafts/${id}/document`, body, {
    as,
    revision,
  });
  return { ...draft, ...saved };
}

let titles = 0;
const retitled = (document: PathwayDocument) => {
  titles += 1;
  const title = { it: `Ripartiamo ${titles}`, en: `Starting again ${titles}` };
  Object.assign(document, { title });
};

async function published({ id, revision }: DraftView): Promise<number> {
  const body = { note: 'Una prova' };
  const path = `/api/drafts/${id}/publication`;
  return (await api.ask<{ version: number }>('POST', path, body, { as, revision })).version;
}

/** Nothing leads to any outcome any more. */
function withoutOutcomes({ machine }: PathwayDocument): void {
  const outcomes = Object.entries(machine.states ?? {}).flatMap(([key, { type }]) =>
    type === 'final' ? `#${key}` : [],
  );
  const isOutcome = (way: unknown) => outcomes.includes((way as { target: string }).target);
  const cut = (part: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value !== 'object' || value === null) continue;
      const kept = [value].flat().filter((way) => !isOutcome(way));
      if (kept.length === 0) delete part[name];
      else if (Array.isArray(value)) part[name] = kept;
      for (const inner of kept)
        if (typeof inner === 'object') cut(inner as Record<string, unknown>);
    }
  };
  cut(machine.states as Record<string, unknown>);
}

beforeAll(async () => {
  for (let n = 0; n < INSIDE; n += 1) {
    await api.registered({ ...newYouth(18), situation: 'out-of-school' });
  }
}, SLOW_MS);

/** A plan to that version, not begun. */
function planned(version: number): Promise<MigrationView> {
  return api.ask<MigrationView>('POST', `/api/pathways/${NEET}/migrations`, { version }, { as });
}

test(
  'a coordinator leaves everybody at a step where they are, and the plan keeps to it',
  async () => {
    const draft = await drafted(retitled);
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact`);
    const where = page.getByRole('region', { name: 'Passo per passo' });
    await where
      .getByRole('link', { name: `${INSIDE} casi, Pre-iscritto: Il caso resta uguale` })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Chi sono' });
    await dialog.getByRole('button', { name: `Lascia dove sono tutti e ${INSIDE}…` }).click();
    await dialog.getByRole('button', { name: `Lascia dove sono ${INSIDE} casi` }).click();
    await seen(dialog.getByText('Scrivi il motivo, almeno qualche parola.'));
    await dialog.getByRole('textbox').fill('Chi ha cominciato tiene le regole di prima');
    expect(await faultsByAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: `Lascia dove sono ${INSIDE} casi` }).click();
    await gone(dialog.getByRole('textbox'));
    await page.keyboard.press('Escape');
    const staying = page.getByRole('link', { name: `${INSIDE} casi: Resta sulla sua versione` });
    await staying.click();
    await seen(dialog.getByText('Motivo: Chi ha cominciato tiene le regole di prima').first());

    const version = await published(draft);
    await page.goto(`${office.origin}/desk/pathways/${NEET}`);
    await page.getByRole('button', { name: 'Sposta chi è dentro' }).click();
    await seen(heading(page, `Sposta chi è dentro alla versione ${version}`));
    await page.getByRole('link', { name: `${INSIDE} casi: Resta sulla sua versione` }).click();
    await dialog.getByRole('button', { name: 'Togli tutte queste eccezioni' }).click();
    await seen(page.getByText(`Sposterai ${INSIDE} casi.`));
  },
  SLOW_MS,
);

test(
  'a step can be ruled to keep its people, whoever they are by then, until the rule is lifted',
  async () => {
    const version = await published(await drafted(retitled));
    const plan = await planned(version);
    const page = await openAs(PAOLA, `/desk/migrations/${plan.id}`);
    const where = page.getByRole('region', { name: 'Passo per passo' });
    await where
      .getByRole('link', { name: `${INSIDE} casi, Pre-iscritto: Il caso resta uguale` })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Chi sono' });
    await dialog.getByRole('button', { name: `Lascia dove sono tutti e ${INSIDE}…` }).click();
    await dialog.getByRole('textbox').fill('Chi ha cominciato tiene le regole di prima');
    await dialog.getByRole('checkbox', { name: 'Vale anche per chi arriva dopo' }).press('Space');
    expect(await faultsByAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: "Lascia dov'è chi è in «Pre-iscritto»" }).click();
    await gone(dialog.getByRole('textbox'));
    await page.keyboard.press('Escape');

    const rules = page.getByRole('region', { name: "Chi resta dov'è, anche arrivando dopo" });
    await seen(rules.getByText('Chi è in «Pre-iscritto» resta sulla versione 1'));
    await seen(rules.getByText('Motivo: Chi ha cominciato tiene le regole di prima'));
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('link', { name: `${INSIDE} casi: Resta sulla sua versione` }).click();
    await seen(dialog.getByText(`${INSIDE} casi`));
    await expect.poll(() => dialog.getByRole('button', { name: /^Lascia dov/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await rules.getByRole('button', { name: 'Togli la regola per «Pre-iscritto»' }).click();
    await gone(rules);
    await seen(page.getByText(`Sposterai ${INSIDE} casi.`));
  },
  SLOW_MS,
);

test(
  'a plan that was overtaken by another version says so when it is started',
  async () => {
    const version = await published(await drafted(retitled));
    const plan = await planned(version);
    const page = await openAs(PAOLA, `/desk/migrations/${plan.id}`);
    await page.getByRole('button', { name: 'Comincia a spostare…' }).click();
    await published(await drafted(retitled));
    const dialog = page.getByRole('dialog', { name: 'Cominciare a spostare?' });
    await dialog.getByRole('button', { name: 'Comincia a spostare' }).click();
    await seen(page.getByText(/questo piano non vale più/));
    await gone(page.getByRole('button', { name: 'Comincia a spostare…' }));
    await page.getByRole('button', { name: 'Prepara un altro piano' }).click();
    await seen(heading(page, `Sposta chi è dentro alla versione ${version + 1}`));
    await seen(page.getByRole('button', { name: 'Comincia a spostare…' }));
  },
  SLOW_MS,
);

test(
  'a move that came to rest says how, and what can be done next',
  async () => {
    const version = await published(await drafted(retitled));
    const plan = await planned(version);
    const page = await openAs(PAOLA, '/desk/');
    // With so few cases it would be through before anybody could stop it.
    const look = async (other: object) => {
      await page.unrouteAll();
      await page.route(`**/api/migrations/${plan.id}`, async (route) => {
        const response = await route.fetch();
        const json = { ...(await response.json()), ...other };
        await route.fulfill({ response, json });
      });
      await page.goto(`${office.origin}/desk/migrations/${plan.id}`);
      await seen(heading(page, `Sposta chi è dentro alla versione ${version}`));
    };
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const moved = { moved: 1, waiting: 3 };
    await look({ status: 'stopped', isCurrent: false, cases: moved });
    await seen(page.getByText(`la versione ${version} non è più quella in uso`, { exact: false }));
    await seen(button('Riporta indietro…'));
    await seen(button('Prepara un altro piano'));
    expect(await button('Riprendi').count()).toBe(0);
    expect(await faultsByAxe(page)).toEqual([]);

    await look({ status: 'stopped', isCurrent: true, cases: { waiting: INSIDE } });
    await seen(button('Riprendi'));
    await button('Chiudi lo spostamento…').click();
    const dialog = page.getByRole('dialog', { name: 'Chiudi lo spostamento?' });
    await seen(dialog.getByText(/chi aspetta resta dov'è/));
    await seen(dialog.getByRole('button', { name: 'Chiudi lo spostamento' }));
    expect(await faultsByAxe(page)).toEqual([]);

    await look({ status: 'done', notReturned: 2, cases: { moved: 2, 'taken-back': 2 } });
    await seen(page.getByText(/2 casi non sono tornati com'erano/));
    await seen(page.getByRole('link', { name: 'Guarda chi e perché' }));
    await seen(button('Riporta indietro…'));
    expect(await faultsByAxe(page)).toEqual([]);
  },
  SLOW_MS,
);

test(
  'while the service is away, what was read stays, and what was not is said under its title',
  async () => {
    const version = await published(await drafted(retitled));
    const plan = await planned(version);
    const page = await openAs(PAOLA, `/desk/migrations/${plan.id}`);
    await seen(page.getByRole('button', { name: 'Comincia a spostare…' }));
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Comincia a spostare…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Comincia a spostare' }).click();
    await seen(dialog.getByText('Il servizio non risponde', { exact: true }));
    await seen(heading(page, `Sposta chi è dentro alla versione ${version}`));
    await page.context().setOffline(false);

    await page.route(`**/api/migrations/${plan.id}`, (route) => route.abort(OFFLINE));
    await page.reload();
    await seen(heading(page, 'Spostamenti tra versioni'));
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Riprova' }).click();
    await seen(heading(page, `Sposta chi è dentro alla versione ${version}`));
  },
  SLOW_MS,
);

test(
  'an old address of a preview leads on, once its draft is published or discarded',
  async () => {
    const draft = await drafted(retitled);
    const version = await published(draft);
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact`);
    await seen(page.getByText(`È già pubblicata: versione ${version}`));
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vai al percorso' }).click();
    await seen(page.getByText(/seguono ancora una versione precedente/));
    await page.goBack();
    await seen(page.getByText(`È già pubblicata: versione ${version}`));

    const other = await drafted(retitled);
    const headers = { Origin: office.origin, 'Idempotency-Key': crypto.randomUUID() };
    const gone = await page.request.delete(`${office.origin}/api/drafts/${other.id}`, { headers });
    expect(gone.ok()).toBe(true);
    await page.goto(`${office.origin}/desk/drafts/${other.id}/impact`);
    await seen(page.getByText('Questa bozza è stata scartata: non cambia niente per nessuno.'));
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  },
  SLOW_MS,
);

test(
  'whoever is blocked is told why, and what would free them; an old address looks anew',
  async () => {
    const draft = await drafted(withoutOutcomes);
    const forgotten = '7d7f0a52-0000-4000-8000-000000000000';
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact?preview=${forgotten}`);
    await seen(page.getByText(/«Pre-iscritto» non può passare alla nuova versione/));
    await seen(page.getByText(/Tenere «Pre-iscritto» nella nuova versione/));
    await seen(page.getByRole('link', { name: `${INSIDE} casi: Bloccato` }));
    expect(page.url()).not.toContain(forgotten);
    expect(await faultsByAxe(page)).toEqual([]);
  },
  SLOW_MS,
);

/** Whether the page was ever taken away while this went on. */
async function staysWhile(page: Page, go: () => Promise<void>): Promise<boolean> {
  await page.evaluate(() => {
    const heading = document.querySelector('h1')!;
    const look = () => {
      if (!heading.checkVisibility()) document.body.dataset.away = 'true';
    };
    const all = { attributes: true, childList: true, subtree: true };
    new MutationObserver(look).observe(document.body, all);
  });
  await go();
  return page.evaluate(() => document.body.dataset.away === undefined);
}

test(
  'the page stays where it is while what a window shows is still being loaded',
  async () => {
    const draft = await drafted(retitled);
    const page = await openAs(PAOLA, `/desk/drafts/${draft.id}/impact`);
    const everybody = `${INSIDE} casi, Pre-iscritto: Il caso resta uguale`;
    const link = page.getByRole('region', { name: 'Passo per passo' }).getByRole('link', {
      name: everybody,
    });
    await seen(link);
    const stays = await staysWhile(page, async () => {
      await link.click();
      await seen(page.getByRole('dialog', { name: 'Chi sono' }).getByText(`${INSIDE} casi`));
    });
    expect(stays).toBe(true);
  },
  SLOW_MS,
);

const CHIARA = 'chiara.brambilla@migwork.example';

test(
  'where two must agree, only others than who saved last are asked for their yes',
  async () => {
    const draft = await drafted(retitled);
    const open = async (who: string) => {
      const page = await openAs(who, '/desk/');
      await page.route(`**/api/drafts/${draft.id}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          json: { ...(await response.json()), needsApproval: true },
        });
      });
      await page.goto(`${office.origin}/desk/drafts/${draft.id}`);
      await page.getByRole('button', { name: 'Pubblica…' }).click();
      return page.getByRole('dialog', { name: 'Pubblica una nuova versione' });
    };
    const hers = await open(PAOLA);
    await seen(hers.getByText(/L'ultima modifica è tua/));
    expect(await hers.getByRole('button', { name: 'Per me va bene' }).count()).toBe(0);

    const others = await open(CHIARA);
    await others.getByRole('button', { name: 'Per me va bene' }).click();
    await seen(others.getByText('Hanno detto sì: Chiara Brambilla'));
    await seen(others.getByText(/può pubblicarla chiunque altro coordini, ma non tu/));
    expect(await faultsByAxe(others.page())).toEqual([]);
    await others.getByRole('button', { name: 'Ritira il mio sì' }).click();
    await seen(others.getByRole('button', { name: 'Per me va bene' }));
  },
  SLOW_MS,
);

test(
  'what a version changed is seen on its drawing, what it took out on the one of before',
  async () => {
    const version = await published(
      await drafted((document) => {
        retitled(document);
        const label = { it: 'Si è iscritto', en: 'Registered' };
        Object.assign(document.steps['pre-registered']!, { label });
      }),
    );
    const page = await openAs(PAOLA, `/desk/pathways/${NEET}`);
    const versions = page.getByRole('region', { name: 'Versioni', exact: true });
    await versions
      .getByText(/^Che cosa è cambiato/)
      .first()
      .click();
    await versions.getByRole('link', { name: 'Guarda sul disegno' }).first().click();
    const drawing = page.getByRole('region', { name: `Che cosa cambia la versione ${version}` });
    await seen(drawing.getByRole('group', { name: /^Si è iscritto, .*Rinominato: 1/ }));
    expect(await faultsByAxe(page)).toEqual([]);
    await drawing.getByRole('link', { name: `Versione ${version - 1}, com'era` }).click();
    await seen(drawing.getByRole('group', { name: /^Pre-iscritto, .*Rinominato: 1/ }));
    await page.goBack();
    await seen(drawing.getByRole('group', { name: /^Si è iscritto/ }));
    await page.reload();
    await seen(drawing.getByRole('group', { name: /^Si è iscritto/ }));
    await drawing.getByRole('link', { name: "Torna a chi c'è ora" }).click();
    await seen(page.getByRole('region', { name: 'La mappa del percorso' }));
    await gone(drawing);
  },
  SLOW_MS,
);

/** Two wait on track A and one on B: a redesign asks about each of the two by itself. */
async function atCrossroads(): Promise<string> {
  const parsed = parseDocument(crossroads('crossroads'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(office.server, parsed.document);
  const { person } = await api.ask<Session>('GET', '/api/session', undefined, { as });
  for (const action of ['A', 'A', 'B']) {
    const caseId = await addCase(office.server, 'crossroads', person.id);
    await step(office.server, caseId, { type: 'action', action, answer: {} });
  }
  return (await drafted(parted, 'crossroads')).id;
}

test(
  'two questions about the same step are told apart by their choices, before and after',
  async () => {
    const page = await openAs(PAOLA, `/desk/drafts/${await atCrossroads()}/impact`);
    const questions = page.getByRole('region', { name: 'Domande', exact: true });
    const about = (track: string) =>
      questions.locator('fieldset').filter({ has: page.getByRole('radio', { name: track }) });
    await seen(about('Indirizzo A').getByText('Riguarda 2 casi'));
    await seen(about('Indirizzo B').getByText('Riguarda 1 caso'));
    await seen(about('Indirizzo B').getByText(/va bene solo «Indirizzo B»; gli altri/));
    expect(await faultsByAxe(page)).toEqual([]);
    await about('Indirizzo A').getByRole('link', { name: 'Riguarda 2 casi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Chi sono' });
    await seen(dialog.getByText('2 casi', { exact: true }));
    await page.keyboard.press('Escape');
    await gone(dialog);
    const give = (track: string) =>
      about(track).getByRole('button', { name: 'Conferma la risposta' });
    await about('Indirizzo B')
      .getByRole('radio', { name: /Restano dove sono/ })
      .check();
    await give('Indirizzo B').click();
    await gone(about('Indirizzo B'));
    await about('Indirizzo A').getByRole('radio', { name: 'Indirizzo A' }).check();
    await give('Indirizzo A').click();
    await seen(questions.getByText('Tutte le domande hanno una risposta.'));
    expect(await faultsByAxe(page)).toEqual([]);
  },
  SLOW_MS,
);
