import { err, ok, type Result } from '../lib/result';
import { newId } from '../lib/ids';
import { addToFold, type Fold } from './fold';
import { toJournalError } from './journal-error';
import type { HostContents, JournalError, JournalFolder, JournalHost, SealedEntry } from './journal-host';
import type { JournalRecord } from './journal-record';
import { readClaimed } from './read-claimed';
import { Segment } from './segment';

/** A segment is written anew when this much of it, and most of it, says nothing any more. */
const compactAtBytes = 262_144;

interface Job {
  readonly records: readonly JournalRecord[];
  /** Resolve only when it is on the disk. */
  readonly durable: boolean;
  /** May take the room kept back for it. */
  readonly urgent: boolean;
  readonly done: (result: Result<void, JournalError>) => void;
}

/**
 * SY-2: one writer's journal over a folder of segments. Opening reads the segments nobody writes any more, writes what is left of them into a
 * new one of its own, flushes it, and only then removes the old ones: a crash at any moment leaves the work in one of them or in both.
 * Appends asked for together share one flush.
 */
export class SegmentedJournal implements JournalHost {
  readonly #folder: JournalFolder;
  readonly #fold: Fold;
  #segment: Segment | null = null;
  /** Segments read and written anew that are still to be removed. */
  #outdated: string[] = [];
  #damagedBytes = 0;
  #tornBytes = 0;
  #jobs: Job[] = [];
  #work: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(folder: JournalFolder, fold: Fold) {
    this.#folder = folder;
    this.#fold = fold;
  }

  static async open(folder: JournalFolder): Promise<Result<SegmentedJournal, JournalError>> {
    const journal = new SegmentedJournal(folder, { live: new Map(), done: new Set() });
    const adopted = await journal.adopt();
    return adopted.ok ? ok(journal) : adopted;
  }

  /** Takes over what windows left that are gone by now; true when that brought work. */
  adopt(): Promise<Result<boolean, JournalError>> {
    return this.#inTurn(async () => {
      try {
        const names = await this.#folder.claim();
        if (names.length === 0 && this.#segment) return ok(false);
        const read = await readClaimed(this.#folder, names, this.#fold);
        if (!read.ok) return read;
        const { live, damagedBytes, tornBytes } = read.value;
        const before = this.#fold.live.size;
        const brought = live.filter(({ editId }) => !this.#fold.live.has(editId));
        for (const record of brought) addToFold(this.#fold, record);
        this.#outdated.push(...names);
        try {
          await this.#rewrite();
        } catch (thrown) {
          for (const { editId } of brought) this.#fold.live.delete(editId);
          this.#outdated = this.#outdated.filter((name) => !names.includes(name));
          throw thrown;
        }
        this.#damagedBytes += damagedBytes;
        this.#tornBytes += tornBytes;
        return ok(this.#fold.live.size > before);
      } catch (thrown) {
        return err(toJournalError(thrown));
      }
    });
  }

  append(entries: readonly SealedEntry[]): Promise<Result<void, JournalError>> {
    const records = entries.map(({ editId, body }) => ({ kind: 'captured', editId, body }) as const);
    return this.#queue({ records, durable: true, urgent: false });
  }

  revoke(editIds: readonly string[]): Promise<Result<void, JournalError>> {
    const records = editIds.map((editId) => ({ kind: 'revoked', editId }) as const);
    return this.#queue({ records, durable: true, urgent: true });
  }

  settle(editIds: readonly string[]): Promise<Result<void, JournalError>> {
    const records = editIds.map((editId) => ({ kind: 'settled', editId }) as const);
    return this.#queue({ records, durable: false, urgent: false });
  }

  read(): Promise<Result<HostContents, JournalError>> {
    return this.#inTurn(async () => {
      try {
        const others = await this.#folder.others();
        const entries = [...this.#fold.live.values()].map(({ editId, body }) => ({ editId, body }));
        const contents = { entries, damagedBytes: this.#damagedBytes, tornBytes: this.#tornBytes, others };
        this.#damagedBytes = 0;
        this.#tornBytes = 0;
        return ok(contents);
      } catch (thrown) {
        return err(toJournalError(thrown));
      }
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.#inTurn(async () => {
      await this.#segment?.close();
      this.#segment = null;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work);
    this.#work = turn.then(
      () => undefined,
      () => undefined, // the caller has the error
    );
    return turn;
  }

  #queue(job: Omit<Job, 'done'>): Promise<Result<void, JournalError>> {
    return new Promise((done) => {
      this.#jobs.push({ ...job, done });
      // Those that come while an earlier batch is being flushed are one batch.
      if (this.#jobs.length === 1) void this.#inTurn(() => this.#runBatch());
    });
  }

  async #runBatch(): Promise<void> {
    const jobs = this.#jobs;
    this.#jobs = [];
    const written: Job[] = [];
    try {
      if (this.#closed) throw new Error('the journal is closed');
      // After a failed write nobody knows what the file holds: on with a new one.
      const segment = this.#segment ?? (await this.#rewrite());
      for (const job of jobs) {
        const hasRoom = segment.hasRoomFor(job.records, job.urgent ? 'used' : 'kept');
        // Growing flushes, and a failed flush loses what was written before it and says so only once.
        if (!hasRoom && written.length > 0) await this.#trusting(segment.flush());
        const room = hasRoom ? ok(undefined) : await grow(segment, job);
        if (room.ok) {
          await this.#trusting(segment.write(job.records));
          written.push(job);
        } else job.done(room);
      }
      if (written.some(({ durable }) => durable)) await this.#trusting(segment.flush());
    } catch (thrown) {
      const error = err(toJournalError(thrown));
      for (const { records, done } of jobs) {
        // Whatever of it reached the disk, the next segment says that it does not count.
        for (const { editId } of records) addToFold(this.#fold, { kind: 'revoked', editId });
        done(error);
      }
      return;
    }
    for (const { records, done } of written) {
      for (const record of records) addToFold(this.#fold, record);
      done(ok(undefined));
    }
    await this.#compact();
  }

  async #trusting<T>(access: Promise<T>): Promise<T> {
    try {
      return await access;
    } catch (thrown) {
      const broken = this.#segment;
      this.#segment = null;
      if (broken) {
        this.#outdated.push(broken.name);
        await broken.close().catch(() => undefined); // it failed already, and the caller is told why
      }
      throw thrown;
    }
  }

  async #compact(): Promise<void> {
    const used = this.#segment?.usedBytes ?? 0;
    if (used < compactAtBytes) return;
    let live = 0;
    for (const { body } of this.#fold.live.values()) live += body.length;
    if (live * 2 > used) return;
    try {
      await this.#rewrite();
    } catch {
      // A full disk: the segment goes on growing, and is tried again at the next append.
    }
  }

  /** What is left, in a new segment; the old one stays until the new one is flushed. */
  async #rewrite(): Promise<Segment> {
    const name = newId();
    const file = await this.#folder.create(name);
    let segment: Segment;
    try {
      segment = await Segment.write(name, file, this.#left());
      await this.#folder.flush();
    } catch (thrown) {
      await file.close();
      await this.#folder.remove(name);
      throw thrown;
    }
    const before = this.#segment;
    this.#segment = segment;
    if (before) {
      this.#outdated.push(before.name);
      await before.close().catch(() => undefined); // nothing is written to it any more
    }
    await this.#removeOutdated();
    return segment;
  }

  /** Never throws: what is left of these segments is in the new one, and what is done is said there while they may come back. */
  async #removeOutdated(): Promise<void> {
    const outdated = this.#outdated;
    this.#outdated = [];
    for (const old of outdated) {
      try {
        await this.#folder.remove(old);
      } catch {
        this.#outdated.push(old); // tried again next time; what it holds is also in the new one
      }
    }
    try {
      await this.#folder.flush();
    } catch {
      return;
    }
    if (this.#outdated.length === 0) this.#fold.done.clear();
  }

  /** What is done needs saying only while older segments may still hold it as work. */
  #left(): readonly JournalRecord[] {
    const done = this.#segment || this.#outdated.length > 0 ? [...this.#fold.done] : [];
    return [...done.map((editId) => ({ kind: 'revoked', editId }) as const), ...this.#fold.live.values()];
  }
}

async function grow(segment: Segment, { records }: Job): Promise<Result<void, JournalError>> {
  try {
    await segment.grow(records);
    return ok(undefined);
  } catch (thrown) {
    return err(toJournalError(thrown));
  }
}
