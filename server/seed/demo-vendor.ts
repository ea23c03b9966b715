import type { Product } from '#shared/domain/catalog/product';
import type { AuthorityToken } from '#shared/domain/approval/delegated-authority';
import type { Agreement, Partner, Person } from '#shared/domain/partner/partner';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import type { RecordOf, RecordType } from '#shared/domain/records';

/** One record of one type; `type` decides what `record` is. */
export type DemoRecord = {
  [T in RecordType]: { readonly type: T; readonly record: RecordOf<T> };
}[RecordType];

/** A whole vendor as plain data: what the demo starts from. Built by a pure function, loaded by seed-database.ts. */
export interface DemoVendor {
  readonly partners: readonly Partner[];
  /** Vendor people have the partner id "vendor". */
  readonly people: readonly (Person & { readonly password: string })[];
  readonly agreements: readonly Agreement[];
  readonly catalog: { readonly id: string; readonly products: readonly Product[] };
  readonly priceBooks: readonly {
    readonly header: PriceBookHeader;
    readonly entries: readonly PriceEntry[];
    /** Who may have the book. */
    readonly partnerIds: readonly string[];
  }[];
  /** PR-62: signed when they are loaded, with the database's own key. */
  readonly authorities: readonly AuthorityToken[];
  /** What partners' people wrote; partners, people and agreements are not repeated here. */
  readonly records: readonly DemoRecord[];
}
