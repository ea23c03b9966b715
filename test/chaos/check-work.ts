import { stores } from './check-devices';
import type { Acknowledged } from './ledger';
import type { Processed } from './server-story';
import { signInto } from './settle';
import { Violation } from './violation';
import type { World } from './world';

/** No acknowledged work is lost: the server did it, or it waits for its person on some device. And nothing is done twice. */
export async function checkWork(
  world: World,
  story: readonly Processed[],
  serverText: string,
): Promise<void> {
  const outcomes = new Map<string, Processed[]>();
  for (const processed of story) {
    const { editId } = processed.sent;
    if (editId) outcomes.set(editId, [...(outcomes.get(editId) ?? []), processed]);
  }
  const kept = await keptOnDevices(world);
  for (const work of world.ledger.work) {
    const all = outcomes.get(work.editId) ?? [];
    const isDone = all.some(({ rejection }) => rejection === null);
    const waits = kept.editIds.has(work.editId);
    if (!isDone && !waits) throw lost('acknowledged work is done, or needs attention', work, all);
    const text = serverText + kept.text;
    const missing = work.marks.filter((mark) => !text.includes(mark) && !world.ledger.isTakenOut(mark));
    if (missing.length > 0) {
      throw lost('every text that was typed is found somewhere', work, { missing, all });
    }
  }
}

/** What the devices keep besides the records: refused work and versions put aside, resolved ones too. */
async function keptOnDevices(world: World): Promise<{ editIds: ReadonlySet<string>; text: string }> {
  const editIds = new Set<string>();
  const texts: string[] = [];
  for (const { device, person } of stores(world)) {
    await signInto(device, person, world);
    const db = await device.db();
    const [attention, parted] = [await db.attention.toArray(), await db.parted.toArray()];
    for (const { editId } of attention) editIds.add(editId);
    texts.push(JSON.stringify(attention), JSON.stringify(parted));
  }
  return { editIds, text: texts.join('\n') };
}

const lost = (rule: string, work: Acknowledged, detail: unknown): Violation =>
  new Violation('loss', rule, { work, detail });
