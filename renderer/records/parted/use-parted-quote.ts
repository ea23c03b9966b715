import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { quoteSchema, type Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import type { PartedRow } from '../../db/rows';

export interface PartedQuote {
  readonly row: PartedRow;
  /** As this person had it before the vendor's state took its place. */
  readonly mine: Quote;
}

const toQuote = (row: PartedRow): PartedQuote | null => {
  const mine = quoteSchema.safeParse(row.mine);
  return mine.success ? { row, mine: mine.data } : null;
};

/** SY-13: the person's own version of a quote that was changed elsewhere, settled ones too. undefined: loading; null: there is none. */
export function usePartedQuote(quoteId: string): PartedQuote | null | undefined {
  const { db } = useClient();
  const row = useLiveQuery(async () => (await db.parted.get(['quote', quoteId])) ?? null, [db, quoteId]);
  return useMemo(() => (row ? toQuote(row) : row), [row]);
}

/** Every quote with two versions to choose between, the latest first. undefined: loading. */
export function usePartedQuotes(): readonly PartedQuote[] | undefined {
  const { db } = useClient();
  const rows = useLiveQuery(() => db.parted.where('open').equals(1).toArray(), [db]);
  return useMemo(
    () =>
      rows
        ?.filter(({ type }) => type === 'quote')
        .flatMap((row) => toQuote(row) ?? [])
        .toSorted((a, b) => b.row.partedAt.localeCompare(a.row.partedAt)),
    [rows],
  );
}
