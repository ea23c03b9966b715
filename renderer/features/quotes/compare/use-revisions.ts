import { useMemo } from 'react';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecords } from '../../../client/hooks';

/** Every revision of the quote that is on this device, the latest first. undefined: loading. */
export function useRevisions(current: Quote | null | undefined): readonly Quote[] | undefined {
  const kept = useRecords('quoteRevision');
  return useMemo(() => {
    if (!current || !kept) return undefined;
    const older = kept.filter(({ quoteId }) => quoteId === current.id).map(({ quote }) => quote);
    return [current, ...older.filter(({ revision }) => revision !== current.revision)].sort(
      (a, b) => b.revision - a.revision,
    );
  }, [current, kept]);
}
