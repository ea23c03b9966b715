import type { MutationContext, RecordReader, RecordWrite } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { Result } from '#shared/lib/result';
import type { Queries } from '../../../db/database';
import type { PriceBookSource } from '../../snapshots/price-book-source';

/** What the server alone knows or may decide, at hand for a mutation's authority. */
export interface AuthorityContext extends MutationContext {
  readonly queries: Queries;
  readonly records: RecordReader & { load: (keys: readonly RecordKeyOfWrite[]) => Promise<void> };
  readonly books: PriceBookSource;
  /** The server's time: SY-11. */
  readonly now: Date;
}
type RecordKeyOfWrite = Pick<RecordWrite, 'type' | 'id'>;

/**
 * The server's last word on one mutation (SY-1), after the shared code ran and before anything is stored: it may change what is written, or
 * refuse. It stores nothing itself.
 */
export type Authority = (
  writes: readonly RecordWrite[],
  context: AuthorityContext,
) => Promise<Result<readonly RecordWrite[], Rejection>>;
