import { useMemo } from 'react';
import type { SellingGuide } from '#shared/domain/catalog/selling-guide';
import { useRecords } from '../../../client/hooks';

/** The vendor's guides for a catalog, by id. undefined while loading. */
export function useGuides(catalogId: string | undefined): readonly SellingGuide[] | undefined {
  const guides = useRecords('sellingGuide');
  return useMemo(
    () =>
      guides
        ?.filter((guide) => catalogId === undefined || guide.catalogId === catalogId)
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    [guides, catalogId],
  );
}

/** Every SKU the guide can propose. */
export const skusOf = ({ offers }: SellingGuide): readonly string[] => [
  ...new Set(offers.flatMap(({ skus }) => skus.map(({ sku }) => sku))),
];
