import { expect, test, type Page } from '@playwright/test';
import { Device } from '../device';
import { BoardPage } from '../pages/board-page';
import { OpportunityPage } from '../pages/opportunity-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

let vendor: VendorServer;
let laptop: Device;

test.beforeAll(async () => {
  vendor = await VendorServer.prepareDemo();
  await vendor.start();
  laptop = await Device.open(vendor.url);
  await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
});
test.afterEach(() => {
  expect(laptop.complaints).toEqual([]);
});
test.afterAll(async () => {
  await laptop.close();
  await vendor.remove();
});

test.describe('what is typed into a cell', () => {
  let editor: QuoteEditorPage;
  let sku: string;

  test.beforeAll(async () => {
    const api = await VendorApi.signIn(vendor.url, 'lena@rheinkontor.example');
    sku = (await api.orderableSkus('eur-silver'))[0] ?? '';
    editor = new QuoteEditorPage(laptop.page);
    await editor.startNew();
    await editor.add(sku, sku);
    await editor.expectSaved();
  });

  test('is kept whole, with or without decimals, and its outlook stands at the cell while it is typed', async () => {
    const { page } = laptop;
    const discount = await editor.cell(sku, 'Disc.');
    for (const [typed, shown] of [
      ['7.5', '7.5%'],
      ['16', '16.0%'],
      ['0.25', '0.3%'],
      ['12.0', '12.0%'],
    ] as const) {
      await discount.click();
      // Slowly enough for the outlook to come and go between the keys: "7." is no figure.
      await page.keyboard.type(typed, { delay: 250 });
      await expect(discount.getByRole('textbox')).toHaveValue(typed);
      await page.keyboard.press('Enter');
      await expect(discount).toHaveText(new RegExp(`${shown.replaceAll('.', String.raw`\.`)}$`));
    }
  });

  test('stays while the same line comes in changed from elsewhere', async () => {
    const { page } = laptop;
    const window2 = await laptop.context.newPage();
    await window2.goto(page.url());
    const there = new QuoteEditorPage(window2);
    await expect(there.row(sku)).toBeVisible();

    const discount = await editor.cell(sku, 'Disc.');
    await discount.click();
    await page.keyboard.type('1');
    await there.setCell(sku, 'Qty', '40');
    await there.expectSaved();
    await expect(await editor.cell(sku, 'Qty')).toHaveText('40');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await expect(discount).toContainText('16.0%');
    await expect(await editor.cell(sku, 'Qty')).toHaveText('40');
    await window2.close();
  });
});

test.describe('what is done while what was done before is still being stored', () => {
  const dealId = 'rheinkontor-opportunity-02';

  test('SY-14 a field of a deal: nothing is dropped, and nobody is asked about their own change', async () => {
    const { page } = laptop;
    const deal = new OpportunityPage(page);
    await deal.open(dealId);
    const forecast = page.getByRole('combobox', { name: 'Forecast' });

    const release = await holdWrites(page);
    await deal.setNextStep('Call Thursday');
    await deal.setNextStep('Call Friday');
    for (const choice of ['Commit', 'Best case']) {
      await forecast.click();
      await page.getByRole('option', { name: choice, exact: true }).click();
      await expect(forecast).toHaveValue(choice);
    }
    await deal.nextStep.fill('Call Friday at n');
    await release();
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
    await deal.nextStep.pressSequentially('ine');
    await deal.nextStep.press('Enter');

    await expect(deal.nextStep).toHaveValue('Call Friday at nine');
    await page.reload();
    await expect(deal.nextStep).toHaveValue('Call Friday at nine');
    await expect(forecast).toHaveValue('Best case');
    await expect(deal.conflict).toHaveCount(0);
  });

  test('SY-14 a change that is being taken back: what is typed over it follows', async () => {
    const { page } = laptop;
    const deal = new OpportunityPage(page);
    await deal.open(dealId);
    await deal.setNextStep('Send the plan');
    const undo = page.getByRole('button', { name: 'Undo' });
    await expect(undo).toHaveCount(1);

    const release = await holdWrites(page);
    await undo.click();
    await deal.setNextStep('Send both plans');
    await release();
    await expect(undo).toHaveCount(1);
    await page.reload();
    await expect(deal.nextStep).toHaveValue('Send both plans');
    await expect(deal.conflict).toHaveCount(0);
  });

  test('SY-14 a text that was stored just before the app ended is nothing to save, and what is typed next follows it', async () => {
    const { page } = laptop;
    const deal = new OpportunityPage(page);
    await deal.open(dealId);
    await deal.setNextStep('Stored in time');
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
    // As it stands on the device when the app ends before it has forgotten the draft.
    await page.evaluate((id) => {
      const person = 'fieldquote:rheinkontor-lena';
      localStorage.setItem(`${person}:draft:opportunity:${id}:nextStep`, '"Stored in time"');
      localStorage.setItem(`${person}:draft-basis:opportunity:${id}:nextStep`, '{"nextStep":"Before"}');
    }, dealId);
    await page.reload();
    await expect(deal.nextStep).toHaveValue('Stored in time');
    await expect(page.getByText('Not saved yet')).toHaveCount(0);
    await deal.setNextStep('Typed next');
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
    await page.reload();
    await expect(deal.nextStep).toHaveValue('Typed next');
    await expect(deal.conflict).toHaveCount(0);
  });

  test('a card moved on twice is where it was moved to, and so is the one moved with it', async () => {
    const { page } = laptop;
    const board = new BoardPage(page);
    await board.open();
    const [one, other] = await board.dealsIn('Qualification');
    const release = await holdWrites(page);
    for (const [id, to] of [
      [one, 'Proposal'],
      [other, 'Proposal'],
      [one, 'Negotiation'],
    ] as const) {
      await board.moveByMenu(id, to);
      await expect(board.deal(to, id)).toBeVisible();
    }
    await expect(board.deal('Proposal', other)).toBeVisible();
    await release();
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
    await page.reload();
    await expect(board.deal('Negotiation', one)).toBeVisible();
    await expect(board.deal('Proposal', other)).toBeVisible();
    await board.deal('Negotiation', one).click();
    const deal = new OpportunityPage(page);
    await expect(deal.nextStep).toBeVisible();
    await expect(deal.conflict).toHaveCount(0);
  });

  test('a form sent twice makes one thing, taken back twice it is taken back once', async () => {
    const { page } = laptop;
    await new OpportunityPage(page).open(dealId);
    const done = page.getByRole('list', { name: 'What was done' });
    const call = done.getByText('Asked for the plan', { exact: true });
    await page.getByRole('button', { name: 'Log a call' }).click();
    const form = page.getByRole('form', { name: 'Log a call' });
    await form.getByRole('textbox', { name: 'What about' }).fill('Asked for the plan');
    let release = await holdWrites(page);
    for (let time = 0; time < 2; time += 1) await page.keyboard.press('Control+Enter');
    // Typed on meanwhile it would be lost with the form, or taken for shortcuts.
    await page.keyboard.type('a?');
    await release();
    await expect(form).toHaveCount(0);
    await expect(call).toHaveCount(1);
    await expect(page.getByRole('dialog')).toHaveCount(0);

    const remove = page.getByRole('button', { name: 'Remove: Asked for the plan' });
    release = await holdWrites(page);
    await remove.dblclick();
    await release();
    await expect(call).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).dblclick();
    await expect(call).toHaveCount(1);
    await expect(page.getByRole('alert').filter({ hasText: 'not saved' })).toHaveCount(0);

    await page.goto('/accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    const drawer = page.getByRole('dialog', { name: 'New account' });
    await drawer.getByRole('textbox', { name: 'Name' }).fill('Zwillingswerke GmbH');
    release = await holdWrites(page);
    for (let time = 0; time < 2; time += 1) await page.keyboard.press('Control+Enter');
    await release();
    await page.waitForURL(/\/accounts\/[^?]+$/);
    await page.goto('/accounts');
    await page.getByRole('textbox', { name: /^Search name/ }).fill('Zwillingswerke');
    await expect(page.getByRole('row', { name: /Zwillingswerke/ })).toHaveCount(1);
  });

  test('OPP-6 what is typed while a message is being sent begins the next one', async () => {
    const { page } = laptop;
    await new OpportunityPage(page).open(dealId);
    const write = page.getByRole('textbox', { name: 'Message' });
    const said = page.getByRole('log', { name: 'Messages' }).getByRole('listitem');
    await write.fill('Two racks will do.');
    const release = await holdWrites(page);
    for (let time = 0; time < 2; time += 1) await write.press('Control+Enter');
    await page.keyboard.type('And a third later');
    await release();
    await expect(said.filter({ hasText: 'Two racks will do.' })).toHaveCount(1);
    await expect(write).toHaveValue('And a third later');
    await write.press('Control+Enter');
    await expect(said.filter({ hasText: 'And a third later' })).toHaveCount(1);
    await expect(write).toHaveValue('');
  });
});

/** Until it is released nothing can be stored on this device, as on a slow disk: a transaction over its records keeps itself busy. */
async function holdWrites(page: Page): Promise<() => Promise<void>> {
  const hold = await page.evaluateHandle(async () => {
    const known = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const released = { is: false, count: 0 };
    for (const name of known) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(`${name} does not open`)));
      });
      if (!db.objectStoreNames.contains('records')) continue;
      released.count += 1;
      const store = db.transaction('records', 'readwrite').objectStore('records');
      const goOn = (): void => {
        if (released.is) db.close();
        else store.count().addEventListener('success', goOn);
      };
      goOn();
    }
    return released;
  });
  expect(await hold.evaluate(({ count }) => count)).toBeGreaterThan(0);
  return () =>
    hold.evaluate((released) => {
      released.is = true;
    });
}
