import { useMemo } from 'react';
import { useRecords } from '../client/hooks';

/** Currencies to choose from: those in use first, then every other one the system knows. */
export function useCurrencies(first: string): readonly string[] {
  const opportunities = useRecords('opportunity');
  return useMemo(() => {
    const used = [...new Set(opportunities?.map(({ currency }) => currency))].sort();
    return [...new Set([first, ...used, ...Intl.supportedValuesOf('currency')])].filter(Boolean);
  }, [opportunities, first]);
}
