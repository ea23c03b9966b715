import { recordSchemas, type RecordType } from '#shared/domain/records';
import { keyText, type RecordOf } from '#shared/domain/records';
import type { Session } from '#shared/protocol/session';
import type { MutationContext } from '#shared/mutations/mutation';
import { runMutation } from '#shared/mutations/run-mutation';
import type { ClientDatabase } from '../../renderer/db/database';
import { getMeta } from '../../renderer/db/meta';
import type { OutboxRow, RecordRow } from '../../renderer/db/rows';
import { canonical } from './canonical';
import type { ChaosDevice } from './device';
import type { LogEntry } from './server-log';
import { Violation } from './violation';

interface Glance {
  readonly device: ChaosDevice;
  readonly partnerId: string;
  /** The server's version that the device says it has all of. */
  readonly version: number;
  /** What the device keeps as the server's words. */
  readonly server: ReadonlyMap<string, unknown>;
}

/** Looks at devices at any moment, also between the pages of a pull: what they have is whole, and never goes back. */
export class Glances {
  readonly #taken: Glance[] = [];
  readonly #newest = new Map<string, { readonly cookie: string; readonly version: number }>();

  async take(device: ChaosDevice): Promise<void> {
    if (device.isDead) return;
    const { db, person } = await device.window();
    const stored = await db.transaction('r', [db.records, db.outbox, db.meta], async () => ({
      rows: await db.records.toArray(),
      outbox: await db.outbox.orderBy('seq').toArray(),
      cookie: await getMeta(db, 'cookie'),
    }));
    await booksAreWhole(device, db);
    // A store of the first release shows what that made of the records, until the first pull after the upgrade.
    if (stored.cookie && isOfFirstRelease(stored.cookie)) return;
    if (!stored.cookie && !this.#newest.has(`${device.name} ${person.userId}`) && stored.rows.length > 0)
      return;
    shownIsReplayed(device, person, stored.rows, stored.outbox);
    const name = `${device.name} ${person.userId}`;
    const last = this.#newest.get(name);
    // After a reset the old records stay in view until the new ones are complete.
    const version = stored.cookie ? versionIn(stored.cookie) : (last?.version ?? 0);
    if (last && version < last.version) {
      throw new Violation('divergence', 'SY-5: a cookie never goes backwards', { name, last, version });
    }
    if (stored.cookie) this.#newest.set(name, { cookie: stored.cookie, version });
    this.#taken.push({ device, partnerId: person.partnerId, version, server: serverRecords(stored.rows) });
  }

  /** The device's store is another one: what it showed before says nothing of it. */
  forget(device: ChaosDevice): void {
    for (const name of this.#newest.keys()) {
      if (name.startsWith(`${device.name} `)) this.#newest.delete(name);
    }
  }

  /** SY-5: every glance saw exactly what the server had at that version. */
  check(partnerId: string, log: readonly LogEntry[]): void {
    const history = log.filter((entry) => entry.kind === 'record');
    const states = new Map<number, ReadonlyMap<string, string>>();
    const stateAt = (version: number): ReadonlyMap<string, string> => {
      const known = states.get(version) ?? stateOf(history.filter((entry) => entry.version <= version));
      states.set(version, known);
      return known;
    };
    for (const { device, version, server, ...glance } of this.#taken) {
      if (glance.partnerId !== partnerId) continue;
      const expected = version === 0 ? new Map<string, string>() : stateAt(version);
      const seen = new Map([...server].map(([key, record]) => [key, canonical(record)]));
      for (const key of new Set([...expected.keys(), ...seen.keys()])) {
        if (expected.get(key) === seen.get(key)) continue;
        throw new Violation(
          'divergence',
          'SY-5: a device shows one whole state of the server and its own work',
          {
            device: device.name,
            version,
            key,
            expected: expected.get(key),
            seen: seen.get(key),
          },
        );
      }
    }
  }
}

/** SY-7: what readers are given is there to the last chunk, at any moment. */
async function booksAreWhole({ name }: ChaosDevice, db: ClientDatabase): Promise<void> {
  const { used, here } = await db.transaction('r', [db.snapshots, db.chunks], async () => ({
    used: await db.snapshots.where('complete').equals(1).toArray(),
    here: new Set(await db.chunks.toCollection().primaryKeys()),
  }));
  const broken = used.find(({ manifest }) => manifest.chunks.some(({ hash }) => !here.has(hash)));
  if (!broken) return;
  const { kind, id, version } = broken;
  throw new Violation('loss', 'SY-7: a version in use has all its chunks', { name, kind, id, version });
}

function stateOf(history: readonly Extract<LogEntry, { kind: 'record' }>[]): ReadonlyMap<string, string> {
  const state = new Map<string, string>();
  for (const { key, record } of history) {
    if (record === null) state.delete(keyText(key));
    else state.set(keyText(key), canonical(recordSchemas[key.type].parse(record)));
  }
  return state;
}

function serverRecords(rows: readonly RecordRow[]): ReadonlyMap<string, unknown> {
  return new Map(
    rows.flatMap((row) => {
      const record = row.pending.length > 0 ? (row.shadow ?? null) : row.value;
      return record === null ? [] : [[keyText(row), record] as const];
    }),
  );
}

/** What is shown is the server's words with this device's own work on them, in the order in which it was done. */
function shownIsReplayed(
  device: ChaosDevice,
  person: Session,
  rows: readonly RecordRow[],
  outbox: readonly OutboxRow[],
): void {
  const records = new Map(serverRecords(rows));
  const reader = {
    get: <T extends RecordType>(type: T, id: string) =>
      records.get(keyText({ type, id })) as RecordOf<T> | undefined,
  };
  for (const { name, args, capturedAt, editId, saw } of outbox) {
    const context: MutationContext = { ...person, capturedAt, editId, saw };
    const result = runMutation(name, args, reader, context);
    if (!result.ok) continue;
    for (const { type, id, record } of result.value) {
      if (record === null) records.delete(keyText({ type, id }));
      else records.set(keyText({ type, id }), record);
    }
  }
  const shown = new Map(
    rows.flatMap((row) => (row.value === null ? [] : [[keyText(row), row.value] as const])),
  );
  for (const key of new Set([...records.keys(), ...shown.keys()])) {
    if (canonical(records.get(key)) === canonical(shown.get(key))) continue;
    throw new Violation(
      'divergence',
      'SY-5: what is shown is the server’s state with the pending work replayed',
      {
        device: device.name,
        key,
        replayed: records.get(key),
        shown: shown.get(key),
        outbox: outbox.map(({ seq, name, state }) => `${String(seq)} ${name} ${state}`),
      },
    );
  }
}

interface Cookie {
  readonly version: number;
  readonly protocolVersion?: number;
}
const decode = (cookie: string): Cookie =>
  JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as Cookie;
const versionIn = (cookie: string): number => decode(cookie).version;
const isOfFirstRelease = (cookie: string): boolean => decode(cookie).protocolVersion === undefined;
