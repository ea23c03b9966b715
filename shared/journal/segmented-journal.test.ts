import { describe, expect, it } from 'vitest';
import { MemoryDisk, PowerCut } from './memory-folder.test-kit';
import { SegmentedJournal } from './segmented-journal';

const work = (editId: string, text = editId) => ({ editId, body: new TextEncoder().encode(text) });
const done = { ok: true, value: undefined };

async function open(disk: MemoryDisk): Promise<SegmentedJournal> {
  const journal = await SegmentedJournal.open(disk.folder());
  if (!journal.ok) throw new Error(JSON.stringify(journal.error));
  return journal.value;
}

async function left(journal: SegmentedJournal): Promise<readonly string[]> {
  const contents = await journal.read();
  if (!contents.ok) throw new Error(JSON.stringify(contents.error));
  return contents.value.entries.map(({ editId }) => editId);
}

describe('SY-2 a journal of segments', () => {
  it('has after a power cut what it said was on the disk, and not what was taken back or settled', async () => {
    const disk = new MemoryDisk();
    const journal = await open(disk);
    for (const id of ['a', 'b', 'c']) expect(await journal.append([work(id)])).toEqual(done);
    await journal.settle(['a']);
    await journal.revoke(['b']);
    disk.cutPower();

    const again = await open(disk);
    expect(await left(again)).toEqual(['c']);
    expect(disk.files.size).toBe(1);
  });

  it('flushes once for appends that were asked for together', async () => {
    const disk = new MemoryDisk();
    const journal = await open(disk);
    const before = disk.flushes;
    await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append([work(`w${String(index)}`)])));
    expect(disk.flushes - before).toBeLessThanOrEqual(2);
    expect(await left(journal)).toHaveLength(50);
  });

  it('on a full disk says so, keeps what it has, and work can still be taken back', async () => {
    const disk = new MemoryDisk();
    const journal = await open(disk);
    disk.capacity = [...disk.files.values()][0]?.bytes.length ?? 0;
    let kept = 0;
    let result = await journal.append([work('w0', 'x'.repeat(500))]);
    while (result.ok) {
      kept += 1;
      result = await journal.append([work(`w${String(kept)}`, 'x'.repeat(500))]);
    }
    expect(result.error).toEqual({ type: 'disk-full' });
    expect(await journal.revoke(['w0', 'w1'])).toEqual(done);
    disk.cutPower();
    disk.capacity = Number.POSITIVE_INFINITY;
    const again = await open(disk);
    expect(await left(again)).toHaveLength(kept - 2);
    expect(await left(again)).not.toContain(`w${String(kept)}`);
  });

  it('what was written beside work that finds no room is on the disk when it says so, though a failed flush loses it silently', async () => {
    const disk = new MemoryDisk();
    const journal = await open(disk);
    let isBroken = false;
    disk.fault = (_step, what) => {
      const isGrown = [...disk.files.values()].some(({ bytes, flushed }) => bytes.length > flushed.length);
      if (what !== 'flush' || !isGrown || isBroken) return;
      isBroken = true;
      // As systems do: the failure is told once, and what was not on the disk by then never gets there.
      for (const file of disk.files.values()) {
        file.bytes = new Uint8Array(file.bytes.length);
        file.bytes.set(file.flushed);
      }
      throw Object.assign(new Error('input/output error'), { code: 'EIO' });
    };
    const [small, large] = await Promise.all([
      journal.append([work('small')]),
      journal.append([work('large', 'x'.repeat(100_000))]),
    ]);
    expect([small.ok, large.ok, isBroken]).toEqual([true, false, true]);
    disk.cutPower();
    expect(await left(await open(disk))).toEqual(['small']);
  });

  it('stays small: what says nothing any more is not carried along', async () => {
    const disk = new MemoryDisk();
    const journal = await open(disk);
    await journal.append([work('stays')]);
    for (let index = 0; index < 3_000; index += 1) {
      const id = `w${String(index)}`;
      await journal.append([work(id, 'x'.repeat(300))]);
      await journal.settle([id]);
    }
    const bytes = [...disk.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
    expect(bytes).toBeLessThan(400_000);
    disk.cutPower((unflushed) => unflushed);
    expect(await left(await open(disk))).toEqual(['stays']);
  });

  it.each([0, 1, 7, 1_000_000])(
    'loses nothing acknowledged when the power goes at any step, %d bytes of what was not flushed arriving',
    async (torn) => {
      let last: readonly string[] = [];
      for (let at = 1; ; at += 1) {
        const disk = new MemoryDisk();
        const acknowledged = new Set<string>();
        disk.fault = (step) => {
          if (step >= at) throw new PowerCut('power cut');
        };
        const live = async (round: number): Promise<void> => {
          const journal = await SegmentedJournal.open(disk.folder());
          if (!journal.ok) return;
          for (const id of [`${round}-1`, `${round}-2`, `${round}-3`]) {
            if ((await journal.value.append([work(id)])).ok) acknowledged.add(id);
          }
          // Asked for, it may or may not have reached the disk when the power goes.
          acknowledged.delete(`${round}-2`);
          await journal.value.revoke([`${round}-2`]);
          await journal.value.close();
        };
        await live(1);
        await live(2);
        await live(3);
        const finished = disk.steps < at;
        disk.cutPower((unflushed) => Math.min(torn, unflushed));
        const found = await left(await open(disk));
        expect(found, `cut at step ${String(at)}`).toEqual(expect.arrayContaining([...acknowledged]));
        expect(new Set(found).size).toBe(found.length);
        last = found;
        if (finished) break;
      }
      expect(last).toEqual(['1-1', '1-3', '2-1', '2-3', '3-1', '3-3']);
    },
  );

  it('goes on in a new segment after a write that failed, and what failed does not come back', async () => {
    for (const what of ['write', 'flush']) {
      const disk = new MemoryDisk();
      const journal = await open(disk);
      await journal.append([work('before')]);
      let broken = true;
      disk.fault = (_step, access) => {
        if (broken && access === what) throw new Error('EIO');
      };
      expect(await journal.append([work('failed')])).toMatchObject({ error: { type: 'storage-failed' } });
      expect(await journal.append([work('failed too')])).toMatchObject({ ok: false });
      broken = false;
      expect(await journal.append([work('after')])).toEqual(done);
      disk.cutPower((unflushed) => unflushed);
      expect(await left(await open(disk))).toEqual(['before', 'after']);
    }
  });

  it('keeps what it took over when only the removal of the old segments could not be made to last', async () => {
    const disk = new MemoryDisk();
    const [gone, journal] = [await open(disk), await open(disk)];
    await gone.append([work('left')]);
    await gone.close();
    let folderFlushes = 0;
    disk.fault = (_step, access) => {
      if (access === 'flush folder' && (folderFlushes += 1) === 2) throw new Error('EIO');
    };
    expect(await journal.adopt()).toEqual({ ok: true, value: true });
    // As a compaction does: all that is left in a new segment.
    disk.fault = (_step, access) => {
      if (access === 'write') throw new Error('EIO');
    };
    await journal.append([work('failed')]);
    disk.fault = () => undefined;
    expect(await journal.append([work('after')])).toEqual(done);
    expect(await left(journal)).toEqual(['left', 'after']);
    disk.cutPower();
    expect(await left(await open(disk))).toEqual(['left', 'after']);
  });

  it('leaves a journal of a newer app alone', async () => {
    const disk = new MemoryDisk();
    await (await open(disk)).append([work('a')]);
    disk.cutPower();
    const { encodeHeader } = await import('./frames');
    const [name, file] = [...disk.files][0] ?? [];
    if (!name || !file) throw new Error('no segment');
    file.bytes.set(encodeHeader(new Uint8Array(16), 2));
    const before = file.bytes.slice();
    expect(await SegmentedJournal.open(disk.folder())).toEqual({
      ok: false,
      error: { type: 'journal-too-new' },
    });
    expect([...disk.files.keys()]).toEqual([name]);
    expect(file.bytes).toEqual(before);
  });
});
