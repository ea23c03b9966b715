import { newId } from '#shared/lib/ids';
import type { Quote } from '#shared/domain/quote/quote';
import { asNewQuote, choicesFor, replacement } from '../../renderer/features/conflicts/quote/choices';
import { guardedBy, settleParted } from '../../renderer/sync/parted';
import { discard, resubmit } from '../../renderer/sync/resolve-attention';
import type { ChaosDevice } from './device';
import { pickFrom } from './view';
import { doSaved, shownIn } from './work-on-device';
import type { World } from './world';

/** SY-4: a person looks at refused work and sends it again, or gives it up. */
export async function resolveRefused(
  at: number,
  how: 'again' | 'discard',
  device: ChaosDevice,
  world: World,
): Promise<void> {
  const window = await device.window();
  const { db, journal, person, power } = window;
  if (window.readOnly) return;
  const open = await db.attention.where('open').equals(1).toArray();
  const item = pickFrom(
    open.filter(({ parkedWith }) => parkedWith === null),
    at,
  );
  if (!item) return;
  const settled = [item, ...open.filter(({ parkedWith }) => parkedWith === item.id)].map(
    ({ editId }) => editId,
  );
  if (how === 'discard') {
    const result = await discard(db, device.now, item.id);
    // A dead process may have done it: then it is done.
    if (result.ok || power.isDead) world.ledger.giveUp(settled);
    return;
  }
  const before = await shownIn(window);
  const result = await resubmit(db, person, device.now, journal, item.id, item.args);
  if (!result.ok) return;
  const after = await shownIn(window);
  const again = await db.attention.where('editId').anyOf(settled).toArray();
  world.ledger.giveUp(again.flatMap(({ open, editId }) => (open === 0 ? [editId] : [])));
  const seqs = again.flatMap(({ resolution }) => (resolution && 'seqs' in resolution ? resolution.seqs : []));
  for (const entry of await db.outbox.bulkGet([...new Set(seqs)])) {
    if (entry) world.ledger.acknowledge(device.name, person, entry, before, after);
  }
}

/** SY-13: a person looks at the two versions of a quote and chooses. */
export async function resolveParted(
  at: number,
  how: number,
  device: ChaosDevice,
  world: World,
): Promise<void> {
  const window = await device.window();
  const { db } = window;
  const row = pickFrom(await db.parted.where('open').equals(1).toArray(), at);
  if (!row || row.mine === null) return;
  const mine = row.mine as Quote;
  const theirs = (await db.records.get(['quote', row.id]))?.value as Quote | null | undefined;
  const choice = pickFrom(choicesFor(theirs ?? null), how) ?? 'kept-theirs';
  if (choice === 'took-mine') {
    if (!(await doSaved(device, world, window, 'replaceQuote', replacement(mine)))) return;
  } else if (choice === 'kept-both') {
    const number = `Q-${world.ledger.newMark()}`;
    const args = asNewQuote(mine, { id: newId(), number, title: mine.title, newId });
    if (!(await doSaved(device, world, window, 'createQuote', args))) return;
  }
  const items = await db.attention
    .where('editId')
    .anyOf([...row.editIds])
    .toArray();
  const parked = await db.attention
    .where('parkedWith')
    .anyOf(items.map(({ id }) => id))
    .toArray();
  // What is no part of the version, such as an order on it, goes on waiting.
  const part = parked.filter((item) =>
    guardedBy(item).some(({ type, id }) => type === row.type && id === row.id),
  );
  await settleParted(db, device.now, row.type, row.id, choice);
  world.ledger.giveUp([...row.editIds, ...part.map(({ editId }) => editId)]);
}
