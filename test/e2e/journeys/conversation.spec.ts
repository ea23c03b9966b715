import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { Device } from '../device';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

const deal = '/opportunities/rheinkontor-opportunity-01';
const plan = Buffer.from('Rack 1: two units\nRack 2: żółw, 漢字\n'.repeat(400));

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const messages = (page: Page) => page.getByRole('log', { name: 'Messages' });

test.describe('OPP-6 a conversation about a deal, offline and online', () => {
  let vendor: VendorServer;
  let rep: Device;
  let channel: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    rep = await Device.open(vendor.url);
    channel = await Device.open(vendor.url);
    await new SignInPage(rep.page).signIn('lena@rheinkontor.example');
    await new SignInPage(channel.page).signIn('channel@halden.example');
  });
  test.afterAll(async () => {
    expect([...rep.complaints, ...channel.complaints]).toEqual([]);
    await rep.close();
    await channel.close();
    await vendor.remove();
  });

  test('offline a rep writes to the vendor, with a file; both are kept on the laptop', async () => {
    const { page, context } = rep;
    await new Shell(page).readyForOffline();
    await page.goto(deal);
    await expect(conversation(page)).toContainText('Nothing said yet');
    await context.setOffline(true);
    await composer(page).fill('Will two units fit? ');
    await conversation(page)
      .locator('input[type=file]')
      .setInputFiles([
        { name: 'rack plan.txt', mimeType: 'image/png', buffer: plan },
        { name: 'setup.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ') },
        { name: 'film.bin', mimeType: 'video/mp4', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
      ]);
    await expect(conversation(page).getByRole('alert')).toContainText('setup.exe is a program');
    await expect(conversation(page).getByRole('alert')).toContainText('film.bin is larger than 10 MB');
    await expect(conversation(page)).toContainText('rack plan.txt');

    await page.goto('/opportunities');
    await page.goto(deal); // what was being written is still there
    await expect(composer(page)).toHaveValue('Will two units fit? ');
    await expect(conversation(page)).toContainText('rack plan.txt');
    await composer(page).press('Control+Enter');
    await expect(messages(page)).toContainText('Will two units fit?');
    await expect(messages(page)).toContainText('Saved here');
    await expect(messages(page)).toContainText('Waiting to be sent');
    await expect(composer(page)).toHaveValue('');
  });

  test('online it arrives once, and the vendor reads it, opens the file and answers with one', async () => {
    await rep.context.setOffline(false);
    await expect(messages(rep.page)).not.toContainText('Waiting to be sent', { timeout: 60_000 });
    await expect(messages(rep.page)).not.toContainText('Saved here');
    // What comes while she looks is read at once; new is what comes while she is elsewhere.
    await rep.page.goto('/opportunities');

    const { page } = channel;
    await page.goto('/vendor-desk/conversations');
    const row = page.getByRole('row', { name: /Will two units fit/ });
    await expect(row).toContainText('1 unread message');
    await expect(page.getByRole('link', { name: 'Conversations, 1 waiting' })).toBeVisible();
    await row.dblclick();
    await expect(messages(page).getByRole('listitem').filter({ hasText: 'Will two units fit?' })).toHaveCount(
      1,
    );
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save rack plan.txt' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('rack plan.txt');
    expect((await readFile(await saved.path())).equals(plan)).toBe(true);

    await composer(page).pressSequentially('Yes. @Len');
    await page.getByRole('option', { name: /Lena/ }).click();
    await composer(page).pressSequentially('see the drawing');
    await page.locator('input[type=file]').setInputFiles({
      name: 'drawing.svg',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg><script/></svg>'),
    });
    await expect(page.getByRole('list', { name: 'Files' }).last()).toContainText('drawing.svg');
    await composer(page).press('Control+Enter');
    await expect(messages(page)).toContainText('see the drawing');
    await expect(messages(page)).not.toContainText('Waiting to be sent', { timeout: 60_000 });
  });

  test('the rep sees that there is something new, reads it, and opens the file again offline', async () => {
    const { page, context } = rep;
    const marked = page.getByRole('button', { name: /1 unread message/ });
    await expect(marked).toHaveCount(1, { timeout: 60_000 });
    await page.goto(deal);
    await expect(messages(page)).toContainText('see the drawing', { timeout: 60_000 });
    await expect(messages(page)).toContainText('New');
    const first = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save drawing.svg' }).click();
    await first;
    await context.setOffline(true);
    // As a person goes elsewhere: by its link, so that the mark is kept even if the laptop is busy.
    await new Shell(page).goTo('Opportunities');
    await expect(marked).toHaveCount(0);
    await expect(async () => {
      await page.goto(deal); // read by now: no line before what was new
      await expect(messages(page)).toContainText('see the drawing');
      await expect(messages(page).getByText('New', { exact: true })).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save drawing.svg' }).click();
    expect((await readFile(await (await again).path())).toString()).toBe('<svg><script/></svg>');
    await context.setOffline(false);
  });

  test('while the customer is looking there is no conversation', async () => {
    const { page } = rep;
    await page.goto(deal);
    await expect(conversation(page)).toBeVisible();
    const customerView = page.getByRole('switch', { name: 'Customer view' });
    await customerView.click();
    await expect(conversation(page)).toHaveCount(0);
    await customerView.click();
    await expect(conversation(page)).toBeVisible();
  });
});
