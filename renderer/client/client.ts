import type { Language } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import type { Result } from '#shared/lib/result';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { ProposalError, ProposalInput } from '#shared/proposal/proposal';
import type { Session } from '#shared/protocol/session';
import type { SnapshotKind } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { MutateError, ReadOnlyError } from '../db/mutate';
import type { ManyError, ManyResults, NamedMutation } from '../db/mutate-many';
import type { StorageError } from '../db/storage-error';
import type { Platform } from '../platform/platform';
import type { ResolveError } from '../sync/resolve-attention';
import type { SyncController } from '../sync/sync-controller';
import type { RecordCollections } from './record-collection';
import type { Attachments } from './attachments';
import type { Storage } from './storage-state';

export interface CatalogQuery {
  readonly bookId: string;
  readonly version: number;
  readonly text: string;
  readonly language: Language;
  readonly facets: {
    readonly family?: string | undefined;
    readonly vendor?: string | undefined;
    readonly kind?: Product['kind'] | undefined;
    /** Decimal strings, inclusive, on list price. */
    readonly priceFrom?: string | undefined;
    readonly priceTo?: string | undefined;
  };
  readonly sort: 'relevance' | 'name' | 'price-up' | 'price-down' | 'sku';
  readonly offset: number;
  readonly limit: number;
}

export interface CatalogHit {
  readonly product: Product;
  readonly list: string;
}

export interface FacetCount {
  readonly value: string;
  /** In the query's language, where the value is a key that has a name. */
  readonly label?: string;
  readonly count: number;
}

export interface CatalogAnswer {
  readonly total: number;
  readonly hits: readonly CatalogHit[];
  readonly facets: {
    readonly families: readonly FacetCount[];
    readonly vendors: readonly FacetCount[];
    readonly kinds: readonly FacetCount[];
  };
  /** True when nothing matched as typed and near spellings were taken. */
  readonly corrected: boolean;
}

/** What pricing needs of a book for some SKUs and all that their bundles can hold; SKUs the book does not have are absent. */
export interface PricingData {
  readonly header: PriceBookHeader;
  readonly entries: readonly PriceEntry[];
  readonly products: readonly Product[];
}

export type CatalogError =
  | { readonly type: 'book-not-on-device'; readonly bookId: string; readonly version: number }
  | { readonly type: 'damaged-chunk'; readonly hash: string }
  /** What the device keeps of a version is not what the vendor signed (SY-7). */
  | {
      readonly type: 'damaged-manifest';
      readonly kind: SnapshotKind;
      readonly id: string;
      readonly version: number;
    };

/** A row of an order that came from elsewhere. */
export interface RowToMatch {
  /** What may be a SKU in it, likeliest first. */
  readonly skus: readonly string[];
  /** What it says besides quantity and price. */
  readonly words: string;
}

export interface RowMatch {
  /** `similar-sku`: written otherwise. `successor`: the row names a product that is no longer sold. */
  readonly how: 'sku' | 'similar-sku' | 'successor' | 'words' | 'none';
  /** It can hardly be another product than the first of `choices`. */
  readonly certain: boolean;
  /** Likeliest first; empty for `none`. */
  readonly choices: readonly CatalogHit[];
  /** Of a `successor`: what the row named. */
  readonly formerSku?: string;
}

/** Lives in a worker; holds the search index and price columns. */
export interface CatalogService {
  /** Newest version on this device of each price book the vendor offers, by name. Old ones that quotes name can still be priced from. */
  books(): Promise<readonly PriceBookHeader[]>;
  search(query: CatalogQuery): Promise<Result<CatalogAnswer, CatalogError>>;
  pricingData(
    bookId: string,
    version: number,
    skus: readonly string[],
  ): Promise<Result<PricingData, CatalogError>>;
  /** For each row the product it means in that version of the book. `today` decides what is still sold. */
  matchRows(
    bookId: string,
    version: number,
    today: string,
    rows: readonly RowToMatch[],
  ): Promise<Result<readonly RowMatch[], CatalogError>>;
}

/** Lives in a worker. */
export interface ProposalService {
  /** Aborting ends the drawing at once, as `cancelled`. */
  makePdf(input: ProposalInput, signal?: AbortSignal): Promise<Result<Uint8Array, ProposalError>>;
}

/** SY-4: what a person can do with refused work. */
export interface AttentionDesk {
  /**
   * Sends the item again with edited arguments, and after it, in their old order, the items parked with it. An error leaves
   * everything as it was; a parked item that still cannot be applied stays as an item of its own.
   */
  resubmit(attentionId: string, editedArgs: unknown): Promise<Result<void, ResolveError>>;
  /** Gives the item, and what is parked with it, up. A copy is kept, marked resolved. */
  discard(attentionId: string): Promise<Result<void, ResolveError>>;
}

/** What every screen works with: the signed-in person's data on this device, and the workers. */
export interface Client {
  readonly session: Session;
  readonly db: ClientDatabase;
  /** The records that screens show, in memory. */
  readonly collections: RecordCollections;
  /** SY-2: whether work can be written here, and whether it is kept twice. */
  readonly storage: Storage;
  /** Runs a mutation now on this device and keeps it in the outbox; resolves once both are stored in one transaction (SY-2). */
  mutate<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Result<void, MutateError>>;
  /** As `mutate`, for many at once: in one transaction, each its own piece of work. One that is refused keeps none of the others from being stored. */
  mutateMany(mutations: readonly NamedMutation[]): Promise<Result<ManyResults, ManyError>>;
  /** A number no other device makes, e.g. "Q-7K2M-0042"; each is given once, also over restarts. */
  nextQuoteNumber(): Promise<Result<string, StorageError | ReadOnlyError>>;
  readonly attention: AttentionDesk;
  readonly attachments: Attachments;
  readonly catalog: CatalogService;
  readonly proposals: ProposalService;
  readonly sync: SyncController;
  readonly platform: Platform;
  /** Stops the workers and closes the database; stored work stays. */
  close(): void;
}
