import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanSegment } from '#shared/journal/frames';
import { plainCipher } from '#shared/journal/journal-cipher';
import { journalEntrySchema, openEntry, type JournalEntry } from '#shared/journal/journal-entry';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import { SegmentedJournal } from '#shared/journal/segmented-journal';

/** A segment as the first version with a journal wrote it: five pieces of work, one taken back, one settled; room follows as zeros. */
const frozen = JSON.parse(readFileSync(join(import.meta.dirname, 'journal-v1.json'), 'utf8')) as {
  segment: string;
  bytes: number;
  written: string;
  left: unknown[];
};

function segmentBytes(): Uint8Array {
  const bytes = new Uint8Array(frozen.bytes);
  bytes.set(Buffer.from(frozen.written, 'base64'));
  return bytes;
}

/** What today's app finds in a folder with these bytes. */
async function readJournal(bytes: Uint8Array) {
  const disk = new MemoryDisk();
  disk.files.set(frozen.segment, { bytes, flushed: bytes });
  const journal = await SegmentedJournal.open(disk.folder());
  if (!journal.ok) throw new Error(journal.error.type);
  const contents = await journal.value.read();
  if (!contents.ok) throw new Error(contents.error.type);
  const entries: JournalEntry[] = [];
  for (const sealed of contents.value.entries) {
    const entry = await openEntry(plainCipher, sealed);
    if (entry) entries.push(entry);
  }
  return { ...contents.value, entries };
}

describe('a journal of format 1 (SY-2, SY-10)', () => {
  it('is read for ever: the work that counts, whole and in its order, and none that was taken back or settled', async () => {
    const { entries, damagedBytes, tornBytes } = await readJournal(segmentBytes());
    expect(entries).toEqual(frozen.left.map((entry) => journalEntrySchema.parse(entry)));
    expect(entries.map(({ name }) => name)).toEqual(['createAccount', 'editQuote', 'placeOrder']);
    expect({ damagedBytes, tornBytes }).toEqual({ damagedBytes: 0, tornBytes: 0 });
  });

  it('keeps its first pieces when its end is torn off', async () => {
    const scan = scanSegment(segmentBytes());
    if (scan.type !== 'scanned') throw new Error('not read');
    const { entries } = await readJournal(segmentBytes().subarray(0, scan.end - 120));
    expect(entries[0]).toEqual(frozen.left[0]);
  });
});
