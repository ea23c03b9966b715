import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { BoardPage } from '../pages/board-page';
import { ImportPage } from '../pages/import-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

test.describe.serial('OPP-1 deals, from the board to the team', () => {
  let vendor: VendorServer;
  let laptop: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    laptop = await Device.open(vendor.url);
    await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  const aDeal = async (name: string): Promise<void> => {
    const { page } = laptop;
    await page.goto('/opportunities?view=board');
    await page.getByRole('button', { name: 'New opportunity' }).first().click();
    const form = page.getByRole('dialog', { name: 'New opportunity' });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option').first().click();
    await form.getByRole('textbox', { name: 'Estimated amount' }).fill('12500');
    await form.getByRole('button', { name: 'Create opportunity' }).click();
    await page.waitForURL(/\/opportunities\/[^?]+$/);
  };

  test('a deal is dragged along the path, by pointer and by keyboard, with no network', async () => {
    const { page } = laptop;
    const board = new BoardPage(page);
    await aDeal('Dragged deal');
    await laptop.context.setOffline(true);
    await board.page.getByRole('link', { name: 'Opportunities', exact: true }).first().click();
    await page.getByPlaceholder('Search name, customer, next step').fill('Dragged');
    await board.drag('Dragged deal', 'Prospecting', 'Solution');
    await expect(board.card('Solution', 'Dragged deal')).toBeVisible();
    await board.card('Solution', 'Dragged deal').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(board.card('Proposal', 'Dragged deal')).toBeFocused();
    await expect(page.getByText('moved to Proposal')).toBeVisible();
    await page.keyboard.press('z');
    await expect(board.card('Solution', 'Dragged deal')).toBeVisible();
    await laptop.context.setOffline(false);
  });

  test('the filter is in the address and is kept under a name', async () => {
    const { page } = laptop;
    await new BoardPage(page).open('view=list&q=Dragged');
    await expect(page.getByText('1 opportunity')).toBeVisible();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('textbox', { name: 'Keep this view' }).fill('My dragged ones');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'My dragged ones' })).toBeVisible();
    await new BoardPage(page).open('view=list');
    await expect(page.getByText('1 opportunity', { exact: true })).toBeHidden();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'My dragged ones' }).click();
    await expect(page).toHaveURL(/q=Dragged/);
    await expect(page.getByText('1 opportunity', { exact: true })).toBeVisible();
  });

  test('a call is written down and a task ticked off; both can be taken back', async () => {
    const { page } = laptop;
    await aDeal('Deal with calls');
    await page.getByRole('button', { name: 'Log a call' }).click();
    const form = page.getByRole('form', { name: 'Log a call' });
    await form.getByRole('textbox', { name: 'What about' }).fill('Asked for the budget');
    await form.getByRole('button', { name: 'Save' }).click();
    const timeline = page.getByRole('list', { name: 'What was done' });
    await expect(timeline.getByText('Asked for the budget')).toBeVisible();
    await page.getByRole('button', { name: 'Add a task' }).click();
    await page.getByRole('textbox', { name: 'What about' }).fill('Send the offer');
    await page.keyboard.press('Control+Enter');
    // Done, it leaves the tasks: there is no box left to see checked.
    await page.getByRole('checkbox', { name: 'Done: Send the offer' }).click();
    await expect(timeline.getByText('Send the offer')).toBeVisible();
    await timeline.getByText('Asked for the budget').hover();
    await timeline.getByRole('button', { name: 'Remove: Asked for the budget' }).click();
    await expect(timeline.getByText('Asked for the budget')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(timeline.getByText('Asked for the budget')).toBeVisible();
  });

  test('a file with errors: what is right is imported, what is wrong is told and handed back', async () => {
    const { page } = laptop;
    const imports = new ImportPage(page);
    const csv = [
      'Nazwa;Kraj;Miasto;NIP',
      'Młyn Imported;Polska;Łódź;111-222',
      'Port Imported;Atlantis;Gdynia;',
      ';Polska;Radom;',
      'Młyn Imported;Polska;Łódź;111-222',
      '"=HYPERLINK(""http://evil.example"")";Polska;Łódź;',
    ].join('\r\n');
    await imports.choose('accounts', 'klienci.csv', Buffer.from(csv, 'utf8'));
    await expect(imports.row('Port Imported')).toContainText('is no country known here');
    await expect(imports.rows.filter({ hasText: 'Repeated' })).toHaveCount(1);
    await imports.run();
    await expect(page.getByText('2 created')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the rows with errors' }).click();
    const report = await readFile(await (await download).path(), 'utf8');
    expect(report).toContain('Port Imported');
    expect(report).not.toContain('Młyn Imported');
    await page.getByRole('link', { name: 'Show the list' }).click();
    await page.getByRole('textbox').first().fill('Imported');
    await expect(page.getByRole('row', { name: /Młyn Imported/ })).toBeVisible();
  });

  test('a list is exported as it is narrowed, with formulas made harmless', async () => {
    const { page } = laptop;
    await page.goto('/accounts');
    await page
      .getByPlaceholder(/Search/)
      .first()
      .fill('HYPERLINK');
    await expect(page.getByText('1 account', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Export and import' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'As CSV' }).first().click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv.split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
    expect(csv).not.toContain('Młyn Imported');
  });

  test('the manager gives deals to somebody else, and takes them back', async () => {
    const { page } = laptop;
    await page.goto('/team');
    await expect(page.getByText('Only managers see the team')).toBeVisible();
    const office = await Device.open(vendor.url);
    try {
      await new SignInPage(office.page).signIn('karin@rheinkontor.example');
      await office.page.getByRole('link', { name: 'Team' }).click();
      const reassign = office.page.getByRole('region', { name: 'Reassign' });
      await reassign.getByRole('combobox', { name: 'From' }).click();
      await office.page.getByRole('option', { name: /Lena/ }).click();
      await reassign.getByRole('combobox', { name: 'To' }).click();
      await office.page.getByRole('option', { name: /Karin/ }).click();
      await reassign
        .getByRole('checkbox', { name: /^Select (?!all)/ })
        .first()
        .check();
      await reassign.getByRole('button', { name: 'Give 1 record' }).click();
      await expect(office.page.getByText(/1 record given to Karin/)).toBeVisible();
      await office.page.getByRole('button', { name: 'Undo' }).last().click();
      await expect(office.page.getByText(/1 record given to Karin/)).toBeHidden();
    } finally {
      await office.close();
    }
  });
});
