import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aSession } from '../sync/builders.test-kit';
import { Device } from '../sync/device.test-kit';
import { ReferenceServer } from '../sync/reference-server.test-kit';
import type { ClientDatabase } from './database';
import { mutateMany, type NamedMutation } from './mutate-many';

let server: ReferenceServer;
let device: Device;
let db: ClientDatabase;

beforeEach(async () => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
  db = await device.db();
});

const create = (id: string): NamedMutation => ({ name: 'createAccount', args: anAccount(id) });
const rename = (id: string, name: string): NamedMutation => ({
  name: 'editAccount',
  args: { id, changes: { name }, conflictId: `conflict-${id}` },
});
const many = async (mutations: readonly NamedMutation[]) =>
  mutateMany(db, device.session, device.now, await device.journal(), mutations);

describe('many mutations at once', () => {
  it('SY-2 are stored with their outbox entries and in the journal, numbered in their order without gaps', async () => {
    await device.mutate('createAccount', anAccount('a0'));
    const result = await many([create('a1'), rename('a1', 'Mill'), create('a2')]);
    expect(result).toMatchObject({ ok: true, value: [{ ok: true }, { ok: true }, { ok: true }] });
    await device.mutate('createAccount', anAccount('a3'));

    const outbox = await db.outbox.toArray();
    expect(outbox.map(({ seq, name }) => [seq, name])).toEqual([
      [1, 'createAccount'],
      [2, 'createAccount'],
      [3, 'editAccount'],
      [4, 'createAccount'],
      [5, 'createAccount'],
    ]);
    expect(await db.records.get(['account', 'a1'])).toMatchObject({
      value: { name: 'Mill' },
      shadow: null,
      pending: [2, 3],
    });
    const journal = await (await device.journal()).read();
    expect(journal.ok && journal.value.entries.map(({ editId, order }) => [editId, order])).toEqual(
      outbox.map(({ editId }, at) => [editId, at + 1]),
    );
  });

  it('SY-1 what the rules refuse leaves nothing behind, and the others are stored', async () => {
    const result = await many([create('a1'), create('a1'), create('a2')]);
    expect(result).toMatchObject({
      ok: true,
      value: [{ ok: true }, { ok: false, error: { type: 'already-exists' } }, { ok: true }],
    });
    expect(await db.outbox.count()).toBe(2);
    expect((await db.meta.get('lastSeq'))?.value).toBe(2);
  });

  it('SY-2 on a full disk none of them is stored, nor in the journal', async () => {
    db.outbox.hook('creating', (_, entry) => {
      if (entry.seq === 3) throw new DOMException('no space left', 'QuotaExceededError');
    });
    expect(await many([create('a1'), create('a2'), create('a3')])).toEqual({
      ok: false,
      error: { type: 'disk-full' },
    });
    expect(await db.records.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
    expect((await (await device.journal()).read()).ok).toBe(true);
    expect((await device.journal()).unsettled()).toEqual([]);
  });

  it('SY-3 go to the server like any others', async () => {
    await many([create('a1'), create('a2')]);
    await device.sync();
    expect(await db.outbox.count()).toBe(0);
    expect(await db.records.get(['account', 'a2'])).toMatchObject({ pending: [] });
  });
});
