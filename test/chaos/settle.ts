import type { Session } from '#shared/protocol/session';
import { getMeta } from '../../renderer/db/meta';
import type { ChaosDevice } from './device';
import { catalogId } from './price-list';
import { Violation } from './violation';
import type { World } from './world';

const mostRounds = 8;

/** No more faults: everybody who ever worked on a device syncs there until nothing moves any more. */
export async function settle(world: World): Promise<void> {
  const { devices, vendor } = world;
  const used = devices.filter(({ isUsed }) => isUsed);
  for (const replica of vendor.replicas) replica.revive();
  for (const device of used) {
    device.planFaults([]);
    device.isOnline = true;
    device.freeDisk();
    // A window opened while the disk was full is read-only until the app starts again.
    await device.restart();
  }
  await untilCalm(used, world);
  // What is still on its way comes when everything newer is done: it must change nothing but what nobody waited for.
  if ((await vendor.proxy.deliverLate()) > 0) await untilCalm(used, world);
}

async function untilCalm(used: readonly ChaosDevice[], world: World): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    let isCalm = true;
    for (const device of used) {
      for (const person of device.people) {
        if (await isAtRest(device, person, world)) continue;
        isCalm = false;
        await syncFor(device, person, world, round);
      }
    }
    world.raise();
    if (isCalm) return;
  }
  throw new Violation('stuck', 'with all faults off everybody comes to rest', '');
}

export async function signInto(device: ChaosDevice, person: Session, world: World): Promise<void> {
  const isSame = device.person.userId === person.userId;
  if (isSame && world.settled.has(device)) return;
  await device.become(person);
  device.isSetUp = true;
  device.token = await world.vendor.signIn(person.userId);
  world.settled.add(device);
}

async function syncFor(device: ChaosDevice, person: Session, world: World, round: number): Promise<void> {
  const problem = await device.sync();
  // A replica that is still down, or a page from before it went: the next round must manage.
  if (problem && round > 3) {
    throw new Violation('stuck', 'with all faults off every round succeeds', {
      device: device.name,
      problem,
    });
  }
  await world.glances.take(device);
}

/** Nothing waits on the device, and it knows all that the server has. */
async function isAtRest(device: ChaosDevice, person: Session, world: World): Promise<boolean> {
  await signInto(device, person, world);
  const db = await device.db();
  const cookie = await getMeta(db, 'cookie');
  if (!cookie || (await db.outbox.count()) > 0 || (await db.staged.count()) > 0) return false;
  const known = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as {
    version: number;
    protocolVersion?: number;
  };
  // SY-17: what a cookie of the first release stands for has gaps.
  if (known.protocolVersion === undefined) return false;
  const { version } = await world.vendor.database
    .selectFrom('tenant')
    .select('version')
    .where('partner_id', '=', person.partnerId)
    .executeTakeFirstOrThrow();
  if (known.version !== version) return false;
  const snapshots = await db.snapshots.toArray();
  const isHere = (wanted: string, newest: number): boolean =>
    snapshots.some(({ id, version, complete }) => id === wanted && version === newest && complete === 1);
  return isHere(catalogId, 1) && isHere(world.tenants.bookId, world.bookVersion);
}
