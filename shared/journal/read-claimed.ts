import { err, ok, type Result } from '../lib/result';
import { foldRecords, mergeFolds, type Fold } from './fold';
import { headerBytes, scanSegment } from './frames';
import type { JournalError, JournalFolder } from './journal-host';
import { decodeRecord, type CapturedRecord } from './journal-record';

export interface Claimed {
  /** Work of these segments that no segment calls done, by name of segment (they begin with the time they were made). */
  readonly live: readonly CapturedRecord[];
  /** Bytes that once were records. */
  readonly damagedBytes: number;
  /** Bytes such as an append leaves that the power cut short: nobody was told that it is saved. */
  readonly tornBytes: number;
}

/** Reads segments of windows that are gone. What cannot be read is put aside first. Throws what the folder throws. */
export async function readClaimed(
  folder: JournalFolder,
  names: readonly string[],
  own: Fold,
): Promise<Result<Claimed, JournalError>> {
  const folds: Fold[] = [{ live: new Map(), done: own.done }];
  let damagedBytes = 0;
  let tornBytes = 0;
  for (const name of names.toSorted()) {
    const bytes = await folder.read(name);
    const scan = scanSegment(bytes);
    if (scan.type === 'too-new') return err({ type: 'journal-too-new' });
    const payloads = [...scan.payloads, ...scan.salvaged];
    folds.push(foldRecords(payloads.flatMap((payload) => decodeRecord(payload) ?? [])));
    if (scan.damagedBytes === 0) continue;
    await folder.keepAside(name, bytes);
    const torn = scan.salvaged.length === 0 && (scan.end > 0 || scan.damagedBytes <= headerBytes);
    if (torn) tornBytes += scan.damagedBytes;
    else damagedBytes += scan.damagedBytes;
  }
  return ok({ live: [...mergeFolds(folds).live.values()], damagedBytes, tornBytes });
}
