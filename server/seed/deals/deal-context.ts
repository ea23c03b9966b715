import type { Agreement, Person } from '#shared/domain/partner/partner';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import type { CatalogItem } from '../catalog/build-products';
import type { DemoPartner } from '../partners/build-partners';
import type { DemoTexts, PartnerSource } from '../partners/partner-source';
import type { Random } from '../random';

/** All that one partner's deals are made from. */
export interface DealContext extends DemoPartner {
  readonly source: PartnerSource;
  readonly texts: DemoTexts;
  readonly reps: readonly Person[];
  readonly agreements: readonly Agreement[];
  readonly catalog: readonly CatalogItem[];
  readonly item: (sku: string) => CatalogItem | undefined;
  readonly book: (bookId: string) => PriceBook;
  readonly today: string;
  readonly random: Random;
}
