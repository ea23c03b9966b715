import { setTimeout as wait } from 'node:timers/promises';
import { keyText } from '#shared/domain/records';
import { checkDevices } from './check-devices';
import { checkOrders } from './check-orders';
import { checkWork } from './check-work';
import { play } from './play';
import { ReferenceModel } from './reference-model';
import type { Schedule } from './schedule';
import { readLog, type LogEntry } from './server-log';
import { serverStory, type Processed } from './server-story';
import { settle } from './settle';
import type { Vendor } from './vendor';
import { Violation } from './violation';
import { World } from './world';

/** Plays one schedule on a world of its own and checks all that must hold. Throws the first Violation. Returns what happened. */
export async function playSchedule(schedule: Schedule, vendor: Vendor): Promise<World> {
  const world = await World.begin(vendor, schedule);
  const over = new AbortController();
  try {
    return await Promise.race([playAndCheck(schedule, world), hanging(schedule, over.signal)]);
  } finally {
    over.abort();
    await world.end();
  }
}

async function playAndCheck(schedule: Schedule, world: World): Promise<World> {
  const { vendor } = world;
  for (const step of schedule.steps) await play(step, world);
  await settle(world);
  await checkDevices(world);
  const stories: Processed[] = [];
  const texts: string[] = [];
  const all: (readonly [string, unknown])[] = [];
  for (const partnerId of [world.tenants.partnerId, world.tenants.strangerId]) {
    const log = await readLog(vendor.database, partnerId);
    const story = serverStory(log, world.sent);
    world.glances.check(partnerId, log);
    const records = lastRecords(log);
    const model = new ReferenceModel(firstRecords(log));
    const owners = await clientOwners(vendor, partnerId);
    for (const processed of story) {
      const owner = owners.get(processed.clientId);
      const person = world.tenants.people.find(({ userId }) => userId === owner);
      if (person) model.replay(processed, person);
    }
    model.compare(records);
    stories.push(...story);
    texts.push(JSON.stringify([...records.values()]));
    all.push(...records);
  }
  await checkWork(world, stories, texts.join('\n'));
  checkOrders(world, stories, all);
  return world;
}

const longestMilliseconds = 120_000;

async function hanging(schedule: Schedule, signal: AbortSignal): Promise<never> {
  await wait(longestMilliseconds, undefined, { signal });
  throw new Violation('stuck', 'a schedule comes to its end', schedule);
}

const isRecord = (entry: LogEntry) => entry.kind === 'record';

/** What the schedule began with: everything that came before the first push. */
function firstRecords(log: readonly LogEntry[]): readonly (readonly [string, unknown])[] {
  return log
    .filter(isRecord)
    .flatMap(({ key, version, record }) => (version === 1 ? [[keyText(key), record] as const] : []));
}

function lastRecords(log: readonly LogEntry[]): ReadonlyMap<string, unknown> {
  const records = new Map<string, unknown>();
  for (const { key, record } of log.filter(isRecord)) {
    if (record === null) records.delete(keyText(key));
    else records.set(keyText(key), record);
  }
  return records;
}

async function clientOwners(vendor: Vendor, partnerId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await vendor.database
    .selectFrom('client')
    .select(['client_id', 'user_id'])
    .where('partner_id', '=', partnerId)
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.user_id]));
}
