/** What stands beside the drawing: a step, a passage, an activity, the whole pathway. */
import type { MachineInvoke, PathwayDocument } from '@percorso/engine';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsByAxe, gone, SIZES, seen } from './screens.ts';
import { useStory } from './story-page.ts';

const story = useStory();

async function drawn(page: Page): Promise<PathwayDocument> {
  const document = await page.evaluate(() => (globalThis as { drawn?: PathwayDocument }).drawn);
  if (!document) throw new Error('nothing was drawn');
  return document;
}

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Dettagli' });

/** Chooses in a list that can be searched, by typing. */
async function choose(around: Page | Locator, list: string | RegExp, option: string) {
  const input = around.getByRole('combobox', { name: list, exact: true });
  await input.click();
  await input.fill(option);
  // What Enter takes is chosen a moment after it was typed.
  const next = input.page().locator('[role="option"][data-combobox-selected]');
  await seen(next.filter({ hasText: option }));
  await input.press('Enter');
}

/** Shows a step in the side panel. */
async function openStep(page: Page, step: string): Promise<Locator> {
  const panel = panelOf(page);
  await panel.getByRole('tab', { name: 'Elemento' }).click();
  await choose(panel, 'Vai a un passo', step);
  await seen(panel.getByRole('heading', { level: 2, name: step, exact: true }));
  return panel;
}

/** Unfolds a section of what belongs to the whole pathway. */
async function openSection(page: Page, name: string): Promise<Locator> {
  const panel = panelOf(page);
  await panel.getByRole('tab', { name: 'Percorso' }).click();
  await panel
    .getByRole('heading', { level: 2, name: new RegExp(`^${name}`) })
    .getByRole('button')
    .click();
  return panel;
}

async function write(around: Locator, field: string, text: string) {
  await around.getByRole('textbox', { name: field, exact: true }).fill(text);
}

describe('a step', () => {
  test('is called anew in two languages, in one edit that can be undone', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await write(panel, 'Nome, italiano', 'Appena iscritto');
    await write(panel, 'Nome, inglese', 'Just registered');
    await panel.getByRole('textbox', { name: 'Nome, inglese' }).press('Enter');
    await seen(panel.getByRole('heading', { level: 2, name: 'Appena iscritto' }));
    await expect
      .poll(async () => (await drawn(page)).steps['pre-registered']?.label)
      .toEqual({
        it: 'Appena iscritto',
        en: 'Just registered',
      });
    await page.getByRole('button', { name: /^Annulla: Cambia il nome/ }).click();
    await seen(panel.getByRole('heading', { level: 2, name: 'Pre-iscritto' }));
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Nome, italiano' }).inputValue())
      .toBe('Pre-iscritto');
  });

  test('keeps what is being typed when something else is chosen', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await write(panel, 'Spiegazione, italiano', 'Chiama subito.');
    await panel.getByRole('button', { name: 'Convocato' }).click();
    await seen(panel.getByRole('heading', { level: 2, name: 'Convocato' }));
    await expect
      .poll(async () => (await drawn(page)).steps['pre-registered']?.help?.it)
      .toBe('Chiama subito.');
  });

  test('gets a task for an organisation, with a due date and where it leads', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await panel.getByRole('button', { name: 'Aggiungi un’attività' }).click();
    await page.getByRole('menuitem', { name: /^Compito/ }).click();
    await write(panel, 'Nome, italiano', 'Telefona alla famiglia');
    await choose(panel, 'Chi la svolge', 'La Strada');
    await panel.getByRole('checkbox', { name: 'Ha una scadenza' }).check();
    await panel.getByRole('textbox', { name: 'Da fare entro' }).fill('3');
    await panel.getByRole('combobox', { name: 'Da fare entro: unità' }).selectOption('weeks');
    await choose(panel, 'Quando è conclusa, va a', 'Aggancio sul territorio');
    await seen(panel.getByRole('button', { name: /Condizione e dettagli/ }));
    const { states } = (await drawn(page)).machine;
    const added = states?.['pre-registered']?.invoke as MachineInvoke;
    expect(added.input).toEqual({
      label: { it: 'Telefona alla famiglia', en: 'Task' },
      assignee: { organisation: 'la-strada' },
      due: 'P3W',
    });
    expect(added.onDone).toEqual({ target: '#outreach' });
  });

  test('lets the focus go on where a row has led, and follow what is moved', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Convocato');
    const focused = (one: Locator) => one.and(page.locator(':focus'));
    const row = panel.getByRole('button', { name: /^Da riconvocare, se/ });
    await panel.getByRole('button', { name: /^Sposta giù: Colloquio svolto/ }).press('Enter');
    await seen(focused(panel.getByRole('button', { name: /^Sposta giù: Colloquio svolto/ })));
    await seen(page.getByRole('status').getByText(/Colloquio svolto.*: 2 di 3/));
    await row.press('Enter');
    await seen(focused(panel.getByRole('heading', { level: 2, name: 'Da riconvocare' })));
  });

  test('that ends the case ends it in another way', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Lavoro');
    await panel
      .getByRole('combobox', { name: 'Come finisce il caso' })
      .selectOption('self-employment');
    await expect
      .poll(async () => (await drawn(page)).steps.employment?.outcome)
      .toBe('self-employment');
  });

  test('is put in a new stage made right there', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await panel.getByRole('combobox', { name: 'Fase' }).click();
    await page.getByRole('option', { name: 'Nuova fase…' }).click();
    await write(panel, 'Nome della fase, italiano', 'Primo contatto');
    await panel.getByRole('radio', { name: 'Viola' }).check();
    await panel.getByRole('button', { name: 'Crea la fase' }).click();
    await gone(panel.getByRole('button', { name: 'Crea la fase' }));
    const document = await drawn(page);
    expect(document.steps['pre-registered']?.stage).toBe('primo-contatto');
    expect(document.stages.at(-1)).toEqual({
      id: 'primo-contatto',
      label: { it: 'Primo contatto', en: 'Primo contatto' },
      colour: 'purple',
    });
  });

  test('that cannot be taken away says why before it is tried', async () => {
    const page = await story.open('empty');
    await page.getByRole('tab', { name: 'Elemento' }).click();
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Apri il passo iniziale' }).click();
    const remove = panel.getByRole('button', { name: 'Togli il passo' });
    await remove.focus();
    await seen(panel.getByText('È l’unico passo: almeno uno deve restare.'));
    await expect.poll(() => remove.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a passage', () => {
  test('is drawn from a list, by an action made on the way, by keyboard alone', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    const connect = panel.getByRole('button', { name: 'Collega a…' });
    await connect.focus();
    await connect.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Collega un passo a un altro' });
    await seen(dialog);
    await page.keyboard.type('Aggancio');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Una nuova');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Manda l’educatore');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Send the educator');
    await page.keyboard.press('Enter');
    await gone(dialog);
    await seen(panel.getByRole('heading', { level: 2, name: 'Aggancio sul territorio' }));
    const document = await drawn(page);
    expect(document.actions.MANDA_L_EDUCATORE).toEqual({
      label: { it: 'Manda l’educatore', en: 'Send the educator' },
      roles: ['case-manager'],
    });
    const { on } = document.machine.states?.['pre-registered'] ?? {};
    expect(on?.MANDA_L_EDUCATORE).toEqual({ target: '#outreach' });
    await page.getByRole('button', { name: 'Annulla: Collega i passi' }).click();
    await expect
      .poll(async () => Object.keys((await drawn(page)).actions))
      .not.toContain('MANDA_L_EDUCATORE');
  });

  test('happens after some time, under a condition that there is', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await panel.getByRole('button', { name: 'Collega a…' }).click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, 'A', 'Aggancio sul territorio');
    await dialog.getByRole('radio', { name: 'Dopo un tempo' }).check();
    await dialog.getByRole('textbox', { name: 'Dopo quanto tempo?' }).fill('2');
    await dialog.getByRole('combobox', { name: /unità/ }).selectOption('months');
    await choose(dialog, /^Solo se/, 'Serve: case manager');
    await dialog.getByRole('button', { name: 'Collega', exact: true }).click();
    await gone(dialog);
    await seen(panel.getByText('Dopo 2 mesi'));
    const { after } = (await drawn(page)).machine.states?.['pre-registered'] ?? {};
    expect(after).toEqual({ P2M: { target: '#outreach', guard: 'has-case-manager' } });
  });

  test('is not drawn half: the dialog says what is missing, and Escape leaves all as it was', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    const connect = panel.getByRole('button', { name: 'Collega a…' });
    await connect.click();
    const dialog = page.getByRole('dialog');
    await seen(dialog.getByText('Il passo di partenza non ha attività.'));
    await dialog.getByRole('button', { name: 'Collega', exact: true }).click();
    await seen(dialog.getByRole('alert').getByText('Scegli dove porta il passaggio.'));
    await page.keyboard.press('Escape');
    await gone(dialog);
    await expect
      .poll(() => connect.evaluate((button) => button === document.activeElement))
      .toBe(true);
  });

  test('records an answer and sends a message', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openStep(page, 'Pre-iscritto');
    await panel.getByRole('button', { name: /^Convocato/ }).click();
    const adding = panel.getByRole('button', { name: 'Aggiungi: Che cosa succede passando' });
    await adding.click();
    await page.getByRole('menuitem', { name: 'Invia un messaggio' }).click();
    await choose(panel, 'Quale messaggio', 'Si comincia');
    await panel.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await seen(panel.getByText('Invia «Si comincia!»'));
    await adding.click();
    await page.getByRole('menuitem', { name: 'Registra un dato' }).click();
    await choose(panel, 'Quale dato', 'Colloqui mancati');
    await panel.getByRole('combobox', { name: 'Che cosa registrare' }).selectOption('add');
    await panel.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await seen(panel.getByText('«Colloqui mancati» aumenta di 1'));
    const { on } = (await drawn(page)).machine.states?.['pre-registered'] ?? {};
    expect(on?.CONVENE).toMatchObject({
      actions: [
        { type: 'record' },
        { type: 'message', params: { message: 'taken-in-charge' } },
        { type: 'record', params: { noShows: { add: 1 } } },
      ],
    });
  });
});

describe('the whole pathway', () => {
  test('gets a message with names put in where the cursor stands', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openSection(page, 'Messaggi');
    await panel.getByRole('button', { name: 'Aggiungi un messaggio' }).click();
    await write(panel, 'Oggetto del nuovo messaggio, italiano', 'Serve una firma');
    await write(panel, 'Oggetto del nuovo messaggio, inglese', 'A signature is needed');
    await page.keyboard.press('Enter');
    await panel.getByRole('combobox', { name: 'Destinatario' }).selectOption('guardian');
    const body = panel.getByRole('textbox', { name: 'Testo, italiano' });
    await body.fill('Scriva a .');
    await body.press('ArrowLeft');
    await panel.getByRole('button', { name: 'Case manager', exact: true }).click();
    await panel.getByRole('textbox', { name: 'Oggetto, italiano' }).focus();
    await seen(panel.getByText('Scriva a Giulia Ferrari.'));
    await expect
      .poll(async () => (await drawn(page)).messages['serve-una-firma'])
      .toMatchObject({
        to: 'guardian',
        subject: { it: 'Serve una firma', en: 'A signature is needed' },
        body: { it: 'Scriva a {caseManager}.' },
      });
  });

  test('has its stages in another order, and keeps those in use', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openSection(page, 'Fasi');
    await panel.getByRole('button', { name: 'Sposta giù: Accoglienza' }).click();
    await expect
      .poll(async () => (await drawn(page)).stages.slice(0, 2).map(({ id }) => id))
      .toEqual(['strategy', 'welcome']);
    await panel.getByRole('button', { name: /^Tirocinio/ }).click();
    await panel.getByRole('button', { name: 'Togli la fase' }).focus();
    await seen(panel.getByText(/^È ancora in uso: il passo/));
  });

  test('gets a fact of the case, with its type and its value at the start', async () => {
    const page = await story.open('mig-work-neet');
    const panel = await openSection(page, 'Dati del caso');
    await panel.getByRole('button', { name: 'Aggiungi un dato' }).click();
    await write(panel, 'Nome del nuovo dato, italiano', 'Età della patente');
    await page.keyboard.press('Enter');
    await panel.getByRole('combobox', { name: 'Tipo' }).selectOption('number');
    await expect
      .poll(async () => (await drawn(page)).data.properties.etaDellaPatente)
      .toEqual({
        type: 'integer',
        label: { it: 'Età della patente', en: 'Età della patente' },
      });
  });

  test('lists what is still to be translated, to be translated there', async () => {
    const page = await story.open('empty');
    await page.getByRole('tab', { name: 'Elemento' }).click();
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Apri il passo iniziale' }).click();
    await write(panel, 'Nome, italiano', 'Accoglienza');
    await write(panel, 'Nome, inglese', '');
    await openSection(page, 'Testi da tradurre');
    await seen(panel.getByText('1 di 2 da tradurre'));
    await write(panel, 'Passo «Accoglienza», inglese', 'Welcome');
    await panel.getByRole('textbox', { name: /Accoglienza.*inglese/ }).press('Enter');
    await seen(panel.getByText('Tutto è tradotto.'));
    await expect
      .poll(async () => (await drawn(page)).steps.start?.label)
      .toEqual({ it: 'Accoglienza', en: 'Welcome' });
  });
});

for (const size of SIZES) {
  describe(`is accessible and fits ${size.name}:`, () => {
    const fits = async (page: Page, within = 'aside') => {
      expect(await faultsByAxe(page, within)).toEqual([]);
      const isWide = () => document.documentElement.scrollWidth > window.innerWidth;
      expect(await page.evaluate(isWide)).toBe(false);
    };

    test('a step, and the dialog that connects it', async () => {
      const page = await story.open('mig-work-neet', size);
      const panel = await openStep(page, 'Convocato');
      await fits(page);
      await panel.getByRole('button', { name: 'Collega a…' }).click();
      await seen(page.getByRole('dialog'));
      await fits(page, '[role="dialog"]');
    });

    test('an activity', async () => {
      const page = await story.open('mig-work-neet', size);
      const panel = await openStep(page, 'Convocato');
      await panel.getByRole('button', { name: /^Primo colloquio/ }).click();
      await seen(panel.getByText('Appuntamento'));
      await fits(page);
    });

    test('a passage', async () => {
      const page = await story.open('mig-work-neet', size);
      const panel = await openStep(page, 'Convocato');
      await panel.getByRole('button', { name: /^Colloquio svolto/ }).click();
      await panel.getByRole('button', { name: 'Cambia quando succede' }).click();
      await panel.getByRole('button', { name: /^Aggiungi: Che cosa succede/ }).click();
      await page.getByRole('menuitem', { name: 'Registra un dato' }).click();
      await fits(page);
    });

    test('the whole pathway', async () => {
      const page = await story.open('mig-work-neet', size);
      for (const [section, row] of [
        ['Fasi', /^Accoglienza/],
        ['Azioni', /^Convoca al/],
        ['Condizioni', /^L’età/],
        ['Moduli', /^Strategia/],
        ['Dati del caso', /^Obiettivo/],
        ['Messaggi', /^Vediamoci/],
      ] as const) {
        const panel = await openSection(page, section);
        await panel.getByRole('button', { name: row }).first().click();
      }
      await openSection(page, 'Testi da tradurre');
      await fits(page);
    });
  });
}
