import { keyText } from '#shared/domain/records';
import type { Session } from '#shared/protocol/session';
import { canonical } from './canonical';
import type { ChaosDevice } from './device';
import { signInto } from './settle';
import { Violation } from './violation';
import type { World } from './world';

/** Every device equals a freshly bootstrapped one of its person, and nothing waits on it. */
export async function checkDevices(world: World): Promise<void> {
  const fresh = new Map<string, ReadonlyMap<string, string>>();
  for (const { device, person } of stores(world)) {
    await signInto(device, person, world);
    const db = await device.db();
    const waiting = await db.outbox.toArray();
    if (waiting.length > 0) {
      throw new Violation('stuck', 'no queue is stuck', { device: device.name, waiting });
    }
    const { userId, partnerId } = person;
    const expected = fresh.get(userId) ?? (await bootstrap(world, userId));
    fresh.set(userId, expected);
    const seen = await contentsOf(device);
    for (const key of new Set([...expected.keys(), ...seen.keys()])) {
      if (expected.get(key) === seen.get(key)) continue;
      throw new Violation('divergence', 'every device equals a freshly bootstrapped one', {
        device: device.name,
        key,
        fresh: expected.get(key),
        seen: seen.get(key),
      });
    }
    const foreign = (await db.records.toArray()).find(
      ({ value }) => value && 'partnerId' in value && value.partnerId !== partnerId,
    );
    if (foreign) throw new Violation('divergence', 'no other partner’s record is ever seen', foreign);
  }
}

/** Each person's store on each device that was used. */
export const stores = ({ devices }: World): { device: ChaosDevice; person: Session }[] =>
  devices
    .filter(({ isUsed }) => isUsed)
    .flatMap((device) => device.people.map((person) => ({ device, person })));

async function bootstrap(world: World, userId: string): Promise<ReadonlyMap<string, string>> {
  const who = world.tenants.people.findIndex((person) => person.userId === userId);
  const device = await world.newDevice(`fresh device of ${userId}`, who);
  const problem = (await device.sync()) ?? null;
  if (problem) throw new Violation('stuck', 'a new device can be set up', problem);
  const contents = await contentsOf(device);
  await device.restart();
  return contents;
}

/** Records as they are shown, and the newest snapshots that are whole. */
async function contentsOf(device: ChaosDevice): Promise<ReadonlyMap<string, string>> {
  const db = await device.db();
  const records = await db.records.toArray();
  const chunks = new Set(await db.chunks.toCollection().primaryKeys());
  const snapshots = await db.snapshots.where('complete').equals(1).toArray();
  // The version before the newest stays for a while where it was.
  const newest = snapshots.filter(
    (row) =>
      !snapshots.some(({ kind, id, version }) => kind === row.kind && id === row.id && version > row.version),
  );
  return new Map([
    ...records.flatMap((row) => (row.value === null ? [] : [[keyText(row), canonical(row.value)] as const])),
    ...newest.map(({ kind, id, version, manifest }) => {
      const isWhole = manifest.chunks.every(({ hash }) => chunks.has(hash));
      return [`${kind} ${id} ${String(version)}`, isWhole ? 'whole' : 'without all its chunks'] as const;
    }),
  ]);
}
