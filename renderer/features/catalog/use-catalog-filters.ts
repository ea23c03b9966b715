import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useRemembered } from '../../ui/use-remembered';
import { filtersFromParams, filtersToParams, noFilters, type CatalogFilters } from './catalog-filters';

/** The filters in the address; an address without any shows the last ones used. */
export function useCatalogFilters(): [CatalogFilters, (change: Partial<CatalogFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const [remembered, remember] = useRemembered<CatalogFilters>('catalog-filters', noFilters);
  const filters = params.size > 0 ? filtersFromParams(params) : remembered;
  const change = useCallback(
    (changes: Partial<CatalogFilters>) => {
      const next = { ...filters, ...changes };
      remember(next);
      setParams(filtersToParams(next), { replace: true });
    },
    [filters, remember, setParams],
  );
  return [filters, change];
}
