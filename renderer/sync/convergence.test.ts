import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEntry, aProduct } from '#shared/domain/quote/quote.test-kit';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { aLine, anAccount, anOpportunity, aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { settleParted } from './parted';
import { ReferenceServer } from './reference-server.test-kit';
import type { Fetch } from './server-api';
import { aBookSnapshot, aCatalogSnapshot } from './snapshot.test-kit';

type AnyMutation = { [N in MutationName]: { readonly name: N; readonly args: ArgsOf<N> } }[MutationName];

/** Few ids, so that devices get in each other's way. */
const ids = fc.constantFrom('x1', 'x2', 'x3');
const text = fc.constantFrom('', 'one', 'two', 'barred');
const mutation: fc.Arbitrary<AnyMutation> = fc.oneof(
  ids.map((id) => ({ name: 'createAccount' as const, args: anAccount(id) })),
  fc.record({ id: ids, notes: text }).map(({ id, notes }) => ({
    name: 'editAccount' as const,
    args: { id, changes: { notes } },
  })),
  fc.record({ id: ids, account: ids }).map(({ id, account }) => ({
    name: 'createOpportunity' as const,
    args: anOpportunity(id, account),
  })),
  fc.record({ id: ids, nextStep: text }).map(({ id, nextStep }) => ({
    name: 'editOpportunity' as const,
    args: { id, changes: { nextStep } },
  })),
  ids.map((id) => ({ name: 'createQuote' as const, args: aQuote(id) })),
  fc.record({ id: ids, line: ids, before: fc.option(ids) }).map(({ id, line, before }) => ({
    name: 'addQuoteItems' as const,
    args: { id, insertions: [{ before, item: aLine(line) }] },
  })),
  fc.record({ id: ids, itemId: ids, quantity: fc.integer({ min: 1, max: 9 }) }).map((edit) => ({
    name: 'editQuoteItems' as const,
    args: { id: edit.id, edits: [{ itemId: edit.itemId, changes: { quantity: String(edit.quantity) } }] },
  })),
  fc.record({ id: ids, itemId: ids }).map(({ id, itemId }) => ({
    name: 'removeQuoteItems' as const,
    args: { id, itemIds: [itemId] },
  })),
  fc.record({ id: ids, to: fc.constantFrom('presented' as const, 'draft' as const) }).map((args) => ({
    name: 'changeQuoteState' as const,
    args,
  })),
);

/** The server bars some work that the device let through (SY-4). */
function aServer(): ReferenceServer {
  const server = new ReferenceServer(aSession());
  server.snapshots.push(aCatalogSnapshot([aProduct()], 1, 1), aBookSnapshot([anEntry()], 1));
  server.authority = ({ args }) =>
    JSON.stringify(args).includes('barred') ? { type: 'not-allowed', role: 'rep' } : null;
  return server;
}

/** Sends the k-th request of a round into a fault; k beyond the round's requests means none. */
const faulty =
  (at: number, kind: 'request-lost' | 'answer-lost' | 'twice') =>
  (send: Fetch): Fetch => {
    let count = 0;
    return async (path, init) => {
      count += 1;
      if (count !== at) return send(path, init);
      if (kind === 'request-lost') throw new TypeError('no network');
      const answer = await send(path, init);
      if (kind === 'answer-lost') throw new TypeError('connection reset');
      return send(path, init).then(() => answer);
    };
  };

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('work' as const), mutation }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('faulty-sync' as const),
      at: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom('request-lost' as const, 'answer-lost' as const, 'twice' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('meeting-sync' as const), at: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('power-cut' as const), steps: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('power-cut-at-work' as const),
      steps: fc.integer({ min: 1, max: 4 }),
      mutation,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset-old-cookies' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy-store' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('choose' as const), id: ids }) },
);
const deviceStep = fc.record({ device: fc.nat({ max: 2 }), step });
type Step = typeof deviceStep extends fc.Arbitrary<infer S> ? S : never;
const script = fc.array(deviceStep, { minLength: 1, maxLength: 25 });

interface Played {
  readonly server: ReferenceServer;
  /** At most three, the third a copy of one of the others. */
  readonly devices: Device[];
  /** Of each device, the edit ids of the work it said was saved. */
  readonly acknowledged: string[][];
}

async function play({ device: index, step }: Step, { server, devices, acknowledged }: Played): Promise<void> {
  const device = devices[index % devices.length];
  if (!device) return;
  const work = async ({ name, args }: AnyMutation): Promise<boolean> => (await device.mutate(name, args)).ok;
  const remember = async (isSaved: boolean): Promise<void> => {
    const last = await (await device.db()).outbox.orderBy('seq').last();
    if (isSaved && last) acknowledged[index % devices.length]?.push(last.editId);
  };
  const send = device.network;
  switch (step.do) {
    case 'work':
      return remember(await work(step.mutation));
    case 'sync':
      await device.sync();
      return;
    case 'faulty-sync':
      device.network = faulty(step.at, step.kind);
      await device.sync();
      device.network = send;
      return;
    case 'meeting-sync': {
      // Another device's whole round happens between two requests of this one.
      const other = devices[(index + 1) % devices.length];
      let count = 0;
      device.network = (send) => async (path, init) => {
        count += 1;
        if (count === step.at && other !== device) await other?.sync();
        return send(path, init);
      };
      await device.sync();
      device.network = send;
      return;
    }
    case 'power-cut':
      await device.withPowerCut(step.steps, () => device.sync());
      return;
    case 'power-cut-at-work': {
      let isSaved = false;
      await device.withPowerCut(step.steps, async () => {
        isSaved = await work(step.mutation);
      });
      return remember(isSaved);
    }
    case 'copy-store':
      if (devices.length > 2) return;
      devices.push(await device.copy());
      acknowledged.push([]);
      return;
    case 'choose':
      return settleParted(await device.db(), device.now, 'quote', step.id, 'kept-theirs');
    case 'reset-old-cookies':
      server.oldestCookie = Math.max(0, ...[...server.records.values()].map(({ version }) => version));
  }
}

/** SY-3, SY-4, SY-15: what was said to be saved was done once, in its order, and what was refused of it is there to be seen. */
async function expectNothingLost({ server, devices, acknowledged }: Played): Promise<void> {
  const processed = server.processed.map(({ sent }) => sent.editId ?? '');
  expect(new Set(processed).size).toBe(processed.length);
  const refused = new Set(server.processed.flatMap(({ sent, refused }) => (refused ? [sent.editId] : [])));
  for (const [index, device] of devices.entries()) {
    const own = acknowledged[index] ?? [];
    expect(processed.filter((editId) => own.includes(editId))).toEqual(own);
    const items = (await device.attention()).map(({ editId }) => editId);
    expect(new Set(items).size).toBe(items.length);
    expect(own.filter((editId) => refused.has(editId) && !items.includes(editId))).toEqual([]);
    expect(items.filter((editId) => !refused.has(editId))).toEqual([]);
  }
}

/** SY-13: a version is kept beside the server's while, and only while, there is something to choose. */
async function expectVersionsKept(device: Device): Promise<void> {
  const items = await device.attention();
  for (const { editIds, open, mine } of await (await device.db()).parted.toArray()) {
    const behind = items.filter(({ editId }) => editIds.includes(editId));
    expect(behind.some((item) => item.open === 1)).toBe(open === 1);
    expect(mine).not.toBeNull();
  }
  const openIds = items
    .filter(({ open, parkedWith }) => open === 1 && parkedWith === null)
    .map(({ id }) => id);
  const parked = items.filter(({ open, parkedWith }) => open === 1 && parkedWith !== null);
  expect(parked.filter(({ parkedWith }) => !openIds.includes(parkedWith ?? ''))).toEqual([]);
}

describe('sync holds whatever happens', () => {
  it('SY-3, SY-4, SY-5, SY-6, SY-13, SY-15: devices, and copies of them, converge; saved work is done once or needs attention', async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.constantFrom(1, 2, 500), async (steps, pageSize) => {
        const server = aServer();
        server.pageSize = pageSize;
        const send: Fetch = (path, init) => Promise.resolve(server.handle(path, init));
        const devices = [new Device(aSession(), send), new Device(aSession(), send)];
        const played: Played = { server, devices, acknowledged: [[], []] };
        for (const one of steps) await play(one, played);

        // Twice: the first device has not seen what the others then send.
        for (const device of [...devices, ...devices]) expect((await device.sync()).ok).toBe(true);
        const fresh = new Device(aSession(), send);
        await fresh.sync();
        for (const device of [...devices, fresh]) {
          expect(await device.visible()).toEqual(server.state());
          expect(await (await device.db()).outbox.count()).toBe(0);
          expect(await (await device.db()).staged.count()).toBe(0);
          expect(await (await device.db()).snapshots.where('complete').equals(1).count()).toBe(2);
          await expectVersionsKept(device);
        }
        await expectNothingLost(played);
        for (const device of [...devices, fresh]) device.restart();
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('SY-5: what a device shows over any server patch is what the server has after its push', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { maxLength: 8 }),
        fc.array(mutation, { maxLength: 8 }),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        async (before, colleague, mine) => {
          const server = new ReferenceServer(aSession());
          const send: Fetch = (path, init) => Promise.resolve(server.handle(path, init));
          const [theirs, ours] = [new Device(aSession(), send), new Device(aSession(), send)];
          for (const { name, args } of before) await theirs.mutate(name, args);
          await theirs.sync();
          await ours.sync();
          for (const { name, args } of mine) await ours.mutate(name, args);
          for (const { name, args } of colleague) await theirs.mutate(name, args);
          await theirs.sync();

          ours.network = (send) => (path, init) =>
            path.endsWith('/push') ? Promise.reject(new TypeError('no network')) : send(path, init);
          await ours.sync();
          const shown = await ours.visible();
          ours.network = (send) => send;
          await ours.sync();
          expect(shown).toEqual(server.state());
          for (const device of [theirs, ours]) device.restart();
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);
});
