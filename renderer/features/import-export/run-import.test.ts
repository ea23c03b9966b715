import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#shared/domain/deal/account';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { mutateMany } from '../../db/mutate-many';
import type { ClientDatabase } from '../../db/database';
import { aSession } from '../../sync/builders.test-kit';
import { Device } from '../../sync/device.test-kit';
import { ReferenceServer } from '../../sync/reference-server.test-kit';
import { runImport, type ImportOutcome } from './run-import';

const fields = {
  taxId: '',
  country: 'PL',
  city: '',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
};
const aRow = (line: number): PlannedRow => ({
  line,
  name: `Mill ${line}`,
  plan: { type: 'create', values: { ...fields, name: `Mill ${line}` } },
});
const rows = (count: number) => Array.from({ length: count }, (_, at) => aRow(at + 2));

let db: ClientDatabase;
let importing: (
  plan: readonly PlannedRow[],
  options?: { readonly abortAfter?: number; readonly duplicates?: 'skip' | 'update' },
) => Promise<ImportOutcome>;

beforeEach(async () => {
  const server = new ReferenceServer(aSession());
  const device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  db = await device.db();
  const journal = await device.journal();
  importing = async (plan, { abortAfter = Infinity, duplicates = 'skip' } = {}) => {
    const abort = new AbortController();
    const accounts = await db.records.where('type').equals('account').toArray();
    return runImport(
      { mutateMany: (many) => mutateMany(db, device.session, device.now, journal, many) },
      plan,
      {
        kind: 'accounts',
        duplicates,
        find: (id) => accounts.find((row) => row.id === id)?.value as Account | undefined,
        signal: abort.signal,
        onProgress: (done) => {
          if (done >= abortAfter) abort.abort();
        },
      },
    );
  };
});

const names = async () => {
  const all = await db.records.where('type').equals('account').toArray();
  return all.map(({ value }) => (value as Account).name).toSorted();
};

describe('OPP-1 carrying an import out', () => {
  it('each row is one record and one piece of work, and those with errors are nothing', async () => {
    const plan: PlannedRow[] = [
      ...rows(3),
      { line: 5, name: '', plan: { type: 'error', problems: [] } },
      { line: 6, name: 'Mill 2', plan: { type: 'twice', line: 2 } },
    ];
    expect(await importing(plan)).toEqual({
      created: 3,
      updated: 0,
      skipped: 1,
      failed: [],
      left: [],
      stopped: null,
    });
    expect(await db.outbox.count()).toBe(3);
  });

  it('cancelled, what was stored stays, and the rest is exactly what is left: gone on with, each row is there once', async () => {
    const plan = rows(700);
    const first = await importing(plan, { abortAfter: 250 });
    expect(first).toMatchObject({ stopped: 'cancelled', failed: [] });
    expect(first.created + first.left.length).toBe(700);
    expect(first.left).toEqual(plan.slice(first.created));
    expect(await names()).toHaveLength(first.created);

    expect(await importing(first.left)).toMatchObject({ stopped: null, created: first.left.length });
    expect(await names()).toEqual(plan.map(({ name }) => name).toSorted());
    expect(await db.outbox.count()).toBe(700);
  });

  it('on a full disk it stops, and the rest waits until there is room', async () => {
    let room = 500;
    const full = () => {
      room -= 1;
      if (room < 0) throw new DOMException('no space left', 'QuotaExceededError');
    };
    db.outbox.hook('creating', full);
    const first = await importing(rows(700));
    expect(first).toMatchObject({ stopped: { type: 'disk-full' }, failed: [] });
    expect(await names()).toHaveLength(first.created);
    expect(first.created + first.left.length).toBe(700);

    db.outbox.hook('creating').unsubscribe(full);
    await importing(first.left);
    expect(await names()).toHaveLength(700);
  });

  it('a row that is refused is told by its line, and keeps no other from being stored', async () => {
    const gone: PlannedRow = {
      line: 3,
      name: 'Gone',
      plan: { type: 'duplicate', id: 'gone', changes: { city: 'Gdynia' } },
    };
    const outcome = await importing([aRow(2), gone, aRow(4)], { duplicates: 'update' });
    expect(outcome).toMatchObject({ created: 2, updated: 0, failed: [{ line: 3 }], stopped: null });
  });

  it('SY-14: two rows about one record are no conflict with oneself', async () => {
    await importing([aRow(2)]);
    const [account] = await db.records.where('type').equals('account').toArray();
    const change = (line: number, city: string): PlannedRow => ({
      line,
      name: 'Mill 2',
      plan: { type: 'duplicate', id: account?.id ?? '', changes: { city } },
    });
    expect(
      await importing([change(2, 'Gdynia'), change(3, 'Sopot')], { duplicates: 'update' }),
    ).toMatchObject({
      updated: 2,
    });
    expect((await db.records.get(['account', account?.id ?? '']))?.value).toMatchObject({ city: 'Sopot' });
    expect(await db.records.where('type').equals('conflict').count()).toBe(0);
  });
});
