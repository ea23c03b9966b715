import { IDBFactory } from 'fake-indexeddb';
import type { ChaosDevice } from './device';
import type { Happening } from './happening';
import { resolveParted, resolveRefused } from './resolve';
import type { Step } from './schedule';
import { sendStray } from './stray-messages';
import { copyStore, diskOf, diskOfFirstRelease } from './stores';
import { pickFrom } from './view';
import { doWork } from './work-on-device';
import type { World } from './world';

/** Lets one step happen. */
export async function play({ device: at, happening }: Step, world: World): Promise<void> {
  const device = pickFrom(world.devices, at);
  if (!device) return;
  world.operations += 1;
  world.count(happening.do);
  for (const one of happening.do === 'all-sync' ? world.devices : [device]) await setUp(one);
  await happen(happening, device, world);
  await world.glances.take(device);
  world.raise();
}

/** A device is first looked at with a network, so that there are prices on it. */
async function setUp(device: ChaosDevice): Promise<void> {
  if (device.isSetUp) return;
  device.isUsed = true;
  device.isSetUp = true;
  await device.sync();
}

async function happen(happening: Happening, device: ChaosDevice, world: World): Promise<void> {
  const { vendor, tenants } = world;
  switch (happening.do) {
    case 'work':
      return doWork(happening.work, happening.window, device, world);
    case 'sync':
      device.planFaults(happening.faults);
      await device.sync(happening.window);
      device.planFaults([]);
      return;
    case 'killed-at-work':
      await device.window();
      device.trouble({ kind: 'kill', left: happening.steps });
      await doWork(happening.work, 0, device, world);
      return device.kill();
    case 'killed-at-sync':
      await device.window();
      device.planFaults(happening.faults);
      device.trouble({ kind: 'kill', left: happening.steps });
      await device.sync();
      device.planFaults([]);
      return device.kill();
    case 'killed-at-start':
      await device.restart((unflushed) => Math.floor(unflushed / 2));
      device.trouble({ kind: 'kill', left: happening.steps });
      await device.window();
      return device.kill();
    case 'all-sync':
      for (const one of world.devices) await doWork(happening.work, 0, one, world);
      device.planFaults(happening.faults);
      await Promise.all(world.devices.map((one) => one.sync()));
      device.planFaults([]);
      return;
    case 'work-while-syncing':
      device.planFaults(happening.faults);
      await Promise.all([device.sync(0), doWork(happening.work, 1, device, world)]);
      device.planFaults([]);
      return;
    case 'late-requests-arrive':
      await vendor.proxy.deliverLate();
      return;
    case 'restart':
      return device.restart();
    case 'session-ends':
      return vendor.endSessions(device.person.userId);
    case 'sign-in':
      device.token = await vendor.signIn(device.person.userId);
      return;
    case 'sign-out':
      device.token = null;
      return;
    case 'other-session':
      device.token = await vendor.signIn(world.person(happening.who).userId);
      return;
    case 'other-person':
      await device.become(world.person(happening.who));
      device.token = await vendor.signIn(device.person.userId);
      return;
    case 'clock':
      device.clockYears = happening.years;
      return;
    case 'prices-published':
      world.bookVersion += 1;
      return vendor.publishBook(tenants, world.bookVersion);
    case 'vendor-grants':
      return vendor.grant(tenants);
    case 'vendor-withdraws':
      return vendor.withdraw(tenants);
    case 'tombstones-forgotten':
      return vendor.forgetTombstones(tenants.partnerId);
    case 'resolve-refused':
      return resolveRefused(happening.pick, happening.how, device, world);
    case 'resolve-parted':
      return resolveParted(happening.pick, happening.how, device, world);
    case 'disk-full':
      await device.window();
      device.trouble({ kind: 'disk-full', left: happening.steps });
      await doWork(happening.work, 0, device, world);
      await device.sync();
      return;
    case 'disk-freed':
      device.freeDisk();
      if (happening.storeLost) return storeIs(new IDBFactory(), device, world);
      return device.restart();
    case 'store-lost':
      return storeIs(new IDBFactory(), device, world);
    case 'store-copied':
      device.copy = await copyStore(device.disk, userIdsOf(device));
      return;
    case 'old-store-back':
      if (device.copy) await storeIs(await diskOf(device.copy), device, world);
      return;
    case 'journal-torn':
      return tearJournal(happening.share, device);
    case 'stray-message':
      // A gap takes two that wait.
      for (const n of [1, 2]) await doWork({ kind: 'create-account', a: 0, b: 0, n }, 0, device, world);
      return sendStray(happening.kind, device, world);
    case 'chunk-damaged':
      return damageChunk(happening.pick, device);
    case 'upgraded':
      return upgrade(happening.steps, device, world);
  }
}

const userIdsOf = ({ people }: ChaosDevice): string[] => people.map(({ userId }) => userId);

async function storeIs(disk: IDBFactory, device: ChaosDevice, world: World): Promise<void> {
  await device.replaceStore(disk);
  world.glances.forget(device);
  await device.window();
}

/** What follows some byte of the journal's last segment is gone. The store is there: nothing is lost by it. */
async function tearJournal(share: number, device: ChaosDevice): Promise<void> {
  await device.restart();
  const disk = device.journalDisk();
  const last = [...disk.files.values()].at(-1);
  if (last) last.bytes = last.bytes.slice(0, Math.floor(last.bytes.length * share));
  await device.window();
}

/** A bit of a price list turns on the disk. */
async function damageChunk(at: number, device: ChaosDevice): Promise<void> {
  const db = await device.db();
  const chunk = pickFrom(await db.chunks.toArray(), at);
  const [first = 0] = chunk?.bytes ?? [];
  if (!chunk || device.isFull) return;
  const bytes = chunk.bytes.slice();
  bytes[0] = first ^ 1;
  await db.chunks.put({ ...chunk, bytes });
}

/** SY-10: the person had the first release until now, and work on its way in it. It had no journal. */
async function upgrade(steps: number, device: ChaosDevice, world: World): Promise<void> {
  // Whose work has which new name is only known where one person has the device.
  if (device.people.length > 1) return;
  const before = await (await device.db()).outbox.toArray();
  if ((await (await device.db()).attention.count()) > 0) return;
  // The first release would have sent it without the edit id that it cannot have had.
  if (before.some(({ clientId, seq }) => world.sent.has(`${clientId} ${String(seq)}`))) return;
  const copy = await copyStore(device.disk, userIdsOf(device));
  await device.replaceStore(await diskOfFirstRelease(copy));
  for (const userId of userIdsOf(device)) device.journalDisk(userId).files.clear();
  world.glances.forget(device);
  device.trouble({ kind: 'kill', left: steps });
  await device.window();
  await device.kill();
  const after = await (await device.db()).outbox.toArray();
  const bySeq = new Map(after.map(({ seq, editId }) => [seq, editId]));
  world.ledger.rename(new Map(before.map(({ seq, editId }) => [editId, bySeq.get(seq) ?? editId])));
}
