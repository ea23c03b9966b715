import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { mutate } from '../../renderer/db/mutate';
import type { OutboxRow } from '../../renderer/db/rows';
import type { ChaosDevice, OpenWindow } from './device';
import { aLine, mutationsFor, newQuote, type AnyMutation, type Desk } from './do-work';
import { newestBook, orderOf } from './place-order';
import { pickFrom, View } from './view';
import type { Work } from './work';
import type { World } from './world';

/** A person does something in a window, as the app would do it; what the app calls saved goes into the ledger. */
export async function doWork(work: Work, at: number, device: ChaosDevice, world: World): Promise<void> {
  const window = await device.window(at);
  const view = await View.of(window.db);
  const mark = world.ledger.newMark();
  const today = device.now().toISOString().slice(0, 10);
  const desk: Desk = { view, mark, today, book: await newestBook(window.db) };
  const todo = work.kind === 'sale' ? sale(work, desk) : mutationsFor(work, desk);
  for (const { name, args } of todo) {
    if (!(await doSaved(device, world, window, name, args))) return;
  }
  const quoteId =
    work.kind === 'sale' ? soldIn(todo) : work.kind === 'place-order' ? acceptedIn(view, work) : undefined;
  if (quoteId === undefined) return;
  const now = await View.of(window.db);
  const quote = now.all('quote').find(({ id }) => id === quoteId);
  const order = quote && (await orderOf(window.db, now, window.person, quote, mark));
  if (order) await doSaved(device, world, window, 'placeOrder', order);
}

const acceptedIn = (view: View, { a }: Work): string | undefined =>
  pickFrom(
    view.all('quote').filter(({ state }) => state === 'accepted'),
    a,
  )?.id;

const soldIn = (todo: readonly AnyMutation[]): string | undefined =>
  todo.find((one) => one.name === 'createQuote')?.args.id;

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

/** One mutation; true when the app said that it is saved. */
export async function doSaved<N extends MutationName>(
  device: ChaosDevice,
  world: World,
  window: OpenWindow,
  name: N,
  args: ArgsOf<N>,
): Promise<boolean> {
  const { db, journal, power, person } = window;
  if (window.readOnly) return false;
  const before = await shownIn(window);
  const result = await mutate(db, person, device.now, journal, name, args);
  // A dead process tells nobody anything.
  if (!result.ok || power.isDead) return false;
  world.ledger.acknowledge(device.name, person, entryOf(device, name, args), before, await shownIn(window));
  return true;
}

function entryOf(device: ChaosDevice, name: string, args: unknown): OutboxRow {
  const wanted = JSON.stringify(args);
  const entry = device.captured.findLast((row) => row.name === name && JSON.stringify(row.args) === wanted);
  if (!entry) throw new Error(`${name} was called saved, and no entry was written`);
  return entry;
}

export const shownIn = async ({ db }: OpenWindow): Promise<string> =>
  JSON.stringify((await db.records.toArray()).map(({ value }) => value));
