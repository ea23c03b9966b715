import type { Person } from '#shared/domain/partner/partner';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import type { CatalogItem } from '../catalog/build-products';
import type { DemoPartner } from '../partners/build-partners';
import type { DemoTexts, PartnerSource } from '../partners/partner-source';
import type { Random } from '../random';

/** All that one partner's customers and terms are made from. */
export interface AccountContext extends DemoPartner {
  readonly source: PartnerSource;
  readonly texts: DemoTexts;
  readonly reps: readonly Person[];
  readonly manager: Person;
  readonly channelManager: Person;
  readonly catalog: readonly CatalogItem[];
  readonly item: (sku: string) => CatalogItem | undefined;
  readonly book: (bookId: string) => PriceBook;
  readonly today: string;
  readonly random: Random;
}

/** All that its deals are made from. */
export interface DealContext extends AccountContext {
  /** What the vendor agreed with the partner; a deal's own terms are added where it has some. */
  readonly terms: PartnerTerms;
}
