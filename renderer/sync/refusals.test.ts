import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, anOpportunity, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { ReferenceServer } from './reference-server.test-kit';
import { discard, resubmit } from './resolve-attention';

let server: ReferenceServer;
let device: Device;
const send = (path: string, init: RequestInit): Promise<Response> =>
  Promise.resolve(server.handle(path, init));
const done = { ok: true, value: undefined };

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), send);
});

const outbox = async () => (await device.db()).outbox.orderBy('seq').toArray();

describe('refusals (SY-4)', () => {
  const refuseCreation = (): void => {
    server.authority = ({ name, args }) =>
      name === 'createOpportunity' && JSON.stringify(args).includes('Barred')
        ? { type: 'not-allowed', role: 'rep' }
        : null;
  };

  it('become items with the original arguments and the reason; what waits behind them goes on', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('createOpportunity', anOpportunity('o2', 'a1'));
    expect(await device.sync()).toEqual(done);

    expect([...(await device.visible()).keys()].toSorted()).toEqual(['account:a1', 'opportunity:o2']);
    const [item, ...others] = await device.attention();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      name: 'createOpportunity',
      args: anOpportunity('o1', 'a1', { name: 'Barred' }),
      rejection: { type: 'not-allowed', role: 'rep' },
      open: 1,
      parkedWith: null,
    });
    expect(item?.serverState).toEqual([
      { key: { type: 'opportunity', id: 'o1' }, record: null },
      { key: { type: 'account', id: 'a1' }, record: server.state().get('account:a1') },
    ]);
  });

  it('are not lost with the answer that carried them, nor kept twice', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    let cut = false;
    device.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (cut || !path.endsWith('/push')) return answer;
      cut = true;
      throw new TypeError('connection reset');
    };
    await device.sync();
    expect(await device.sync()).toEqual(done);
    expect(await device.sync()).toEqual(done);
    expect(await device.attention()).toHaveLength(1);
  });

  it('park what depends on them, and resubmitting sends all of it again in order', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('editOpportunity', { id: 'o1', changes: { stage: 'solution' } });
    await device.mutate('editOpportunity', { id: 'o1', changes: { nextStep: 'Call on Monday' } });
    await device.sync();

    const [first, second, third] = await device.attention();
    expect(second).toMatchObject({
      parkedWith: first?.id,
      args: { id: 'o1', changes: { stage: 'solution' } },
    });
    expect(third).toMatchObject({ parkedWith: first?.id });

    const db = await device.db();
    const edited = anOpportunity('o1', 'a1', { name: 'Allowed' });
    expect(
      await resubmit(db, device.session, device.now, await device.journal(), first?.id ?? '', edited),
    ).toEqual(done);
    expect((await outbox()).map(({ seq, name }) => [seq, name])).toEqual([
      [5, 'createOpportunity'],
      [6, 'editOpportunity'],
      [7, 'editOpportunity'],
    ]);
    expect(await device.sync()).toEqual(done);
    expect((await device.visible()).get('opportunity:o1')).toMatchObject({
      name: 'Allowed',
      stage: 'solution',
      nextStep: 'Call on Monday',
    });
    expect((await device.attention()).map(({ open }) => open)).toEqual([0, 0, 0]);
  });

  it('parked and still not possible after the resubmission stay open, each on its own', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.mutate('editOpportunity', { id: 'o1', changes: { stage: 'solution' } });
    await device.sync();
    const [first] = await device.attention();

    // Under another id, so that the parked edit finds nothing to edit.
    const edited = anOpportunity('o9', 'a1', { name: 'Allowed' });
    const db = await device.db();
    expect(
      await resubmit(db, device.session, device.now, await device.journal(), first?.id ?? '', edited),
    ).toEqual(done);
    expect(await device.attention()).toMatchObject([
      { open: 0, resolution: { how: 'resubmitted', seqs: [4] } },
      { open: 1, parkedWith: null, rejection: { type: 'not-found', id: 'o1' } },
    ]);
  });

  it('resubmitted with arguments that are refused here too stay as they were', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.sync();
    const before = await device.attention();
    const edited = anOpportunity('o1', 'no-such-account');

    expect(
      await resubmit(
        await device.db(),
        device.session,
        device.now,
        await device.journal(),
        before[0]?.id ?? '',
        edited,
      ),
    ).toEqual({ ok: false, error: { type: 'not-found', recordType: 'account', id: 'no-such-account' } });
    expect(await device.attention()).toEqual(before);
    expect(await outbox()).toEqual([]);
  });

  it('given up are kept, marked resolved, and cannot be settled twice', async () => {
    refuseCreation();
    await device.mutate('createAccount', anAccount('a1'));
    await device.mutate('createOpportunity', anOpportunity('o1', 'a1', { name: 'Barred' }));
    await device.sync();
    const id = (await device.attention())[0]?.id ?? '';
    const db = await device.db();

    expect(await discard(db, device.now, id)).toEqual(done);
    expect(await discard(db, device.now, id)).toEqual({ ok: false, error: { type: 'already-resolved' } });
    expect(await device.attention()).toMatchObject([
      { args: { name: 'Barred' }, open: 0, resolution: { how: 'discarded' } },
    ]);
  });
});
