import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { ChaosDevice } from './device';
import { aLine, mutationsFor, newQuote, type AnyMutation, type Desk } from './do-work';
import { newestBook, orderOf } from './place-order';
import type { Happening, Step } from './schedule';
import { pickFrom, View } from './view';
import type { Work } from './work';
import type { World } from './world';

/** Lets one step happen. */
export async function play({ device: at, happening }: Step, world: World): Promise<void> {
  const device = pickFrom(world.devices, at);
  if (!device) return;
  world.operations += 1;
  await happen(happening, device, world);
  world.raise();
}

async function happen(happening: Happening, device: ChaosDevice, world: World): Promise<void> {
  switch (happening.do) {
    case 'work':
      await doWork(happening.work, happening.window, device, world);
      return;
    case 'sync':
      device.planFaults(happening.faults);
      await device.sync(happening.window);
      device.planFaults([]);
      await world.glances.take(device);
      return;
    case 'killed-at-work':
      await device.window();
      device.trouble({ kind: 'kill', left: happening.steps });
      await doWork(happening.work, 0, device, world);
      await device.kill();
      return;
    case 'killed-at-sync':
      await device.window();
      device.planFaults(happening.faults);
      device.trouble({ kind: 'kill', left: happening.steps });
      await device.sync();
      device.planFaults([]);
      await device.kill();
      await world.glances.take(device);
  }
}

async function doWork(work: Work, window: number, device: ChaosDevice, world: World): Promise<void> {
  const db = await device.db(window);
  const view = await View.of(db);
  const mark = world.ledger.newMark();
  const today = device.now().toISOString().slice(0, 10);
  const desk: Desk = { view, mark, today, book: await newestBook(db) };
  const todo = work.kind === 'sale' ? sale(work, desk) : mutationsFor(work, desk);
  let accepted: string | undefined;
  if (work.kind === 'place-order') {
    accepted = pickFrom(
      view.all('quote').filter(({ state }) => state === 'accepted'),
      work.a,
    )?.id;
  }
  for (const { name, args } of todo) {
    if (!(await acknowledge(device, world, window, name, args))) return;
    if (work.kind === 'sale' && name === 'createQuote') accepted = args.id;
  }
  if (accepted === undefined) return;
  const now = await View.of(db);
  const quote = now.all('quote').find(({ id }) => id === accepted);
  const order = quote && (await orderOf(db, now, device.person, quote, mark));
  if (order) await acknowledge(device, world, window, 'placeOrder', order);
}

/** A whole deal at once: quoted, shown, accepted; the order follows. */
function sale({ a, n }: Work, desk: Desk): readonly AnyMutation[] {
  const accountId = desk.view.pick('account', a)?.id ?? null;
  const quotes = newQuote(desk, accountId, [aLine(desk.mark, n), aLine(desk.mark, n + 1)]);
  return quotes.flatMap((quote): AnyMutation[] => [
    quote,
    { name: 'changeQuoteState', args: { id: quote.args.id, to: 'presented' } },
    { name: 'changeQuoteState', args: { id: quote.args.id, to: 'accepted' } },
  ]);
}

async function acknowledge<N extends MutationName>(
  device: ChaosDevice,
  world: World,
  window: number,
  name: N,
  args: ArgsOf<N>,
): Promise<boolean> {
  const before = await shown(device, window);
  const result = await device.work(name, args, window);
  if (!result.ok) return false;
  world.ledger.acknowledge(device.name, device.person, result.value, before, await shown(device, window));
  return true;
}

const shown = async (device: ChaosDevice, window: number): Promise<string> =>
  JSON.stringify((await (await device.db(window)).records.toArray()).map(({ value }) => value));
