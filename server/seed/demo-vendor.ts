import type { Product } from '#shared/domain/catalog/product';
import type { AuthorityToken } from '#shared/domain/approval/delegated-authority';
import type { Agreement, Partner, Person } from '#shared/domain/partner/partner';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import type { LeadState } from '#shared/domain/lead/lead';
import type { RecordOf, RecordType } from '#shared/domain/records';
import type { RuleSetVersion } from '#shared/domain/rules/rule-set';
import type { NewLead, VendorLead, VendorLeadOffer } from '#shared/protocol/vendor-lead';

/** One record of one type; `type` decides what `record` is. */
export type DemoRecord = {
  [T in RecordType]: { readonly type: T; readonly record: RecordOf<T> };
}[RecordType];

/** One partner's turn with a lead; `id` is that of the partner's record. */
export interface DemoLeadOffer extends Pick<
  VendorLeadOffer,
  'id' | 'partnerId' | 'by' | 'offeredAt' | 'acceptBy' | 'answeredAt' | 'answeredBy' | 'reason' | 'endedAt'
> {
  readonly state: LeadState;
  readonly answer: string;
}

/** OPP-2: the vendor's own file on a lead. */
export interface DemoLead extends Pick<
  VendorLead,
  'id' | 'number' | 'state' | 'waiting' | 'createdAt' | 'createdBy'
> {
  readonly facts: NewLead;
  /** The first first. */
  readonly offers: readonly DemoLeadOffer[];
}

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
  /** What the vendor has on leads; the partners' records of them are among `records`. */
  readonly leads: readonly DemoLead[];
  /** ADM-3: every version of the vendor's rules. */
  readonly ruleSets: readonly RuleSetVersion[];
}
