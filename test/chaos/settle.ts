import { getMeta } from '../../renderer/db/meta';
import type { ChaosDevice } from './device';
import { Violation } from './violation';
import type { World } from './world';

const mostRounds = 8;

/** No more faults: everybody syncs until nothing moves any more. */
export async function settle(world: World): Promise<void> {
  const { devices, vendor } = world;
  for (const device of devices) {
    device.planFaults([]);
    device.isOnline = true;
    device.freeDisk();
    device.token = await vendor.signIn(device.person.userId);
  }
  await vendor.proxy.deliverLate();
  let before = '';
  for (let round = 0; round < mostRounds; round += 1) {
    for (const device of devices) {
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
    world.raise();
    const now = JSON.stringify(await Promise.all(devices.map(stateOf)));
    if (now === before) return;
    before = now;
  }
  throw new Violation('stuck', 'with all faults off everybody comes to rest', before);
}

async function stateOf(device: ChaosDevice): Promise<unknown> {
  const db = await device.db();
  return [await getMeta(db, 'cookie'), await db.outbox.count(), await db.staged.count()];
}
