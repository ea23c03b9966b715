import type { z } from 'zod';
import type { RecordKey, RecordOf, RecordType } from '../domain/records';
import type { Role } from '../domain/partner/partner';
import type { Result } from '../lib/result';
import type { Rejection } from './rejection';

/** Who does it, and when by the device's clock. The clock orders nothing (SY-11). */
export interface MutationContext {
  readonly userId: string;
  readonly partnerId: string;
  readonly role: Role;
  /** Instant by the clock of the device that captured the mutation. */
  readonly capturedAt: string;
  /** SY-3: names this one piece of work for ever, on whatever device it is sent again. Absent: captured by the first release. */
  readonly editId?: string | undefined;
  /** SY-13: the `lastEdit` of each guarded record as the person saw it, by key text; '' where it had none. */
  readonly saw?: Saw | undefined;
}

export type Saw = Readonly<Record<string, string>>;

/** Records of these types carry `lastEdit`. */
export interface GuardedKey {
  readonly type: 'quote';
  readonly id: string;
}

/** The records a mutation named in `touches`, as they are now; anything else reads as absent. */
export interface RecordReader {
  get<T extends RecordType>(type: T, id: string): RecordOf<T> | undefined;
}

export type RecordWrite = {
  [T in RecordType]: { readonly type: T; readonly id: string; readonly record: RecordOf<T> | null };
}[RecordType];

/**
 * SY-1: one named change. `apply` is pure and runs twice: on the client at once, and on the server, which has the last word.
 * It reads only what `touches` names and returns the records to write (null deletes).
 */
export interface Mutation<Name extends string, Args> {
  readonly name: Name;
  /** Grows when `args` change shape; the server takes the current one and three back (SY-10). */
  readonly schemaVersion: number;
  readonly args: z.ZodType<Args>;
  readonly roles: readonly Role[];
  /** Money-bearing mutations carry a UUID that is unique for ever (SY-3). */
  readonly businessId?: (args: Args) => string;
  readonly touches: (args: Args) => readonly RecordKey[];
  /**
   * SY-13: of those, the records whose content it changes as a whole that must not be merged with what somebody else did to it meanwhile
   * (quotes: money). If the record's `lastEdit` is not what the person saw, the mutation is refused as `edited-elsewhere`.
   */
  readonly guards?: (args: Args) => readonly GuardedKey[];
  readonly apply: (
    records: RecordReader,
    args: Args,
    context: MutationContext,
  ) => Result<readonly RecordWrite[], Rejection>;
}

export const defineMutation = <const Name extends string, Args>(
  mutation: Mutation<Name, Args>,
): Mutation<Name, Args> => mutation;

export const partnerRoles: readonly Role[] = ['rep', 'manager'];
