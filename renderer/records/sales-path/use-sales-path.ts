import type { SalesPath } from '#shared/domain/deal/sales-path';
import { useRecords } from '../../client/hooks';

/** How the vendor wants deals to be led; null while loading and where the vendor said nothing. */
export const useSalesPath = (): SalesPath | null => useRecords('salesPath')?.[0] ?? null;
