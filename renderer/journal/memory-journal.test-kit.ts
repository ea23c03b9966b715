import { plainCipher } from '#shared/journal/journal-cipher';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import { SegmentedJournal } from '#shared/journal/segmented-journal';
import { createJournal } from './create-journal';
import type { Journal } from './journal';

/** A real journal on a disk in memory. Tests of what does not outlive a start make the disk along with it. */
export async function openMemoryJournal(disk: MemoryDisk = new MemoryDisk()): Promise<Journal> {
  const opened = await SegmentedJournal.open(disk.folder());
  if (!opened.ok) throw new Error(`the journal does not open: ${opened.error.type}`);
  return createJournal(opened.value, plainCipher);
}
