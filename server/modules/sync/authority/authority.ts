import type { MutationContext, RecordWrite } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { Result } from '#shared/lib/result';
import type { Queries } from '../../../db/database';
import type { PriceBookSource } from '../../snapshots/price-book-source';
import type { RecordView } from '../record-view';

/** What the server alone knows or may decide, at hand for a mutation's authority. */
export interface AuthorityContext extends MutationContext {
  readonly queries: Queries;
  readonly records: Pick<RecordView, 'get' | 'load' | 'all'>;
  /** The account's name: what an approval says of who gave it. */
  readonly senderName: string;
  readonly books: PriceBookSource;
  /** The server's time: SY-11. */
  readonly now: Date;
}

/** What to write, or why not. PR-61: a refusal may void what it found to be outdated; that is written all the same. */
export type Decision =
  | Result<readonly RecordWrite[], Rejection>
  | { readonly ok: false; readonly error: Rejection; readonly voids: readonly RecordWrite[] };

/**
 * The server's last word on one mutation (SY-1), after the shared code ran and before anything is stored: it may change what is written, or
 * refuse. It stores nothing itself.
 */
export type Authority = (writes: readonly RecordWrite[], context: AuthorityContext) => Promise<Decision>;
