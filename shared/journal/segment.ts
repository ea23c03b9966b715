import { encodeFrame, encodeHeader, frameBytes, headerBytes, newSalt } from './frames';
import type { JournalFile } from './journal-host';
import { encodeRecord, type JournalRecord } from './journal-record';

/** The file grows by this much at a time, written and flushed, so that most appends change no file sizes and need no new space. */
const stepBytes = 65_536;
/** Kept back so that work can be taken back on a full disk. */
const reserveBytes = 4_096;

const inSteps = (bytes: number): number => Math.ceil(bytes / stepBytes) * stepBytes;

/** One file that this window alone writes. After a write or flush that failed it must not be used again: what is on the disk is unknown. */
export class Segment {
  readonly #file: JournalFile;
  readonly #salt = newSalt();
  #end: number;
  #allocated: number;

  private constructor(
    readonly name: string,
    file: JournalFile,
  ) {
    this.#file = file;
    this.#end = headerBytes;
    this.#allocated = 0;
  }

  /** A new file with these records, flushed. Throws what the system throws. */
  static async write(name: string, file: JournalFile, records: readonly JournalRecord[]): Promise<Segment> {
    const segment = new Segment(name, file);
    const payloads = records.map(encodeRecord);
    const used = payloads.reduce((sum, { length }) => sum + frameBytes(length), headerBytes);
    const bytes = new Uint8Array(inSteps(used + reserveBytes));
    bytes.set(encodeHeader(segment.#salt));
    for (const payload of payloads) {
      bytes.set(encodeFrame(segment.#salt, segment.#end, payload), segment.#end);
      segment.#end += frameBytes(payload.length);
    }
    await file.write(bytes, 0);
    await file.flush();
    segment.#allocated = bytes.length;
    return segment;
  }

  get usedBytes(): number {
    return this.#end;
  }

  /** True when the records fit without touching what is kept back for taking work back. */
  hasRoomFor(records: readonly JournalRecord[], reserve: 'kept' | 'used' = 'kept'): boolean {
    const free = this.#allocated - this.#end - (reserve === 'kept' ? reserveBytes : 0);
    return size(records) <= free;
  }

  /** Makes room, or throws with the file as it was. */
  async grow(records: readonly JournalRecord[]): Promise<void> {
    const wanted = inSteps(this.#end + size(records) + reserveBytes);
    try {
      await this.#file.write(new Uint8Array(wanted - this.#allocated), this.#allocated);
      await this.#file.flush();
    } catch (thrown) {
      await this.#file.truncate(this.#allocated);
      throw thrown;
    }
    this.#allocated = wanted;
  }

  /** Writes without flushing. There must be room. */
  async write(records: readonly JournalRecord[]): Promise<void> {
    const bytes = new Uint8Array(size(records));
    let at = 0;
    for (const record of records) {
      const frame = encodeFrame(this.#salt, this.#end + at, encodeRecord(record));
      bytes.set(frame, at);
      at += frame.length;
    }
    await this.#file.write(bytes, this.#end);
    this.#end += at;
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

const size = (records: readonly JournalRecord[]): number =>
  records.reduce((sum, record) => sum + frameBytes(encodeRecord(record).length), 0);
