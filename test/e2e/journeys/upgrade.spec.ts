import { expect, test } from '@playwright/test';
import { readFrozen, restoreFrozen } from '../../migrations/frozen-database';
import { Device } from '../device';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

const frozen = readFrozen('v1/pending-work.json');
const { email } = frozen.session;

test('SY-10 a profile of version 0.2 with work of days on its way opens, and delivers each piece once', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  const signIn = new SignInPage(page);

  await test.step('the database of the old version is on the device', async () => {
    await signIn.open();
    const { name, version, tables } = frozen;
    await page.evaluate(restoreFrozen, { name, version, tables });
  });

  await test.step('the person signs in to this version: what waited is sent', async () => {
    await signIn.enter(email);
    const shell = new Shell(page);
    // The old version had one refused change; it stays one that needs a decision, among whatever else the server did not accept.
    await expect(shell.syncState).toContainText(/Synced|Needs attention/, { timeout: 60_000 });
    await page.goto('/sync');
    await expect(page.getByText('Nothing waits. Everything you did is with the vendor.')).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step('each piece arrived once', async () => {
    const changes = await (await VendorApi.signIn(vendor.url, email)).pullEverything();
    for (const id of ['frozen-account-sent', 'frozen-contact-sent', 'frozen-account-waiting', 'frozen-quote'])
      expect(changes.filter((change) => change.id === id)).toHaveLength(1);
    expect(changes.find(({ id }) => id === 'frozen-opportunity')?.record).toMatchObject({
      amount: '25000.50',
      notes: 'typed on the train',
    });
    expect(changes.find(({ id }) => id === 'frozen-quote')?.record).toMatchObject({
      internalNotes: 'kept over the upgrade',
      items: [{}, { quantity: '12' }, {}],
    });
  });

  await test.step('what was refused before the upgrade still waits for a decision', async () => {
    await page.goto('/attention');
    await expect(page.getByText(/Q-\w+-0107/).first()).toBeVisible();
  });

  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});

test('SY-10 a store of a newer version is left alone, and the screen says what to do', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  const signIn = new SignInPage(page);
  await signIn.open();
  await page.evaluate(restoreFrozen, {
    name: frozen.name,
    version: 9_990,
    tables: {
      records: { keyPath: ['type', 'id'], indexes: [], rows: [{ type: 'account', id: 'of-tomorrow' }] },
    },
  });
  await signIn.enter(email);
  await expect(page.getByRole('alert')).toContainText(/newer/i, { timeout: 30_000 });

  const kept = await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        request.addEventListener('success', () => {
          const all = request.result.transaction('records').objectStore('records').getAll();
          all.addEventListener('success', () => resolve([request.result.version, all.result]));
        });
      }),
    frozen.name,
  );
  expect(kept).toEqual([9_990, [{ type: 'account', id: 'of-tomorrow' }]]);
  await laptop.close();
  await vendor.remove();
});
