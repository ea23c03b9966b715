import type { EventType } from '#shared/protocol/event-types';
import type { ColumnType, Generated, Insertable } from 'kysely';
import type { ConversationKey } from '#shared/domain/conversation/message';
import type { Language } from '#shared/domain/catalog/localized';
import type { ReadCustomer } from '#shared/domain/deal/same-customer/same-customer';
import type { LeadState } from '#shared/domain/lead/lead';
import type { Role } from '#shared/domain/partner/partner';
import type { RecordKey, RecordType } from '#shared/domain/records';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import type { Rejection } from '#shared/mutations/rejection';
import type { DeviceFacts } from '#shared/protocol/devices';
import type { Manifest, SnapshotKind } from '#shared/protocol/snapshot';
import type {
  NewLead,
  VendorLeadFile,
  VendorLeadOffer,
  VendorLeadState,
  WaitingReason,
} from '#shared/protocol/vendor-lead';

/** Written as JSON text on both databases, read back parsed. */
type Json<T> = ColumnType<T, string, string>;

/** One row; tells this database from any other, so that a cookie of another one is noticed (SY-5). */
export interface ServerIdentityTable {
  id: number;
  epoch: string;
}

/** A partner, or the vendor itself (id "vendor"), as the owner of records. `version` orders its changes (SY-6). */
export interface TenantTable {
  partner_id: string;
  name: string;
  version: number;
  /** Tombstones at or below this version are gone: an older cookie gets `reset`. */
  tombstones_from: number;
}

export interface UserAccountTable {
  user_id: string;
  partner_id: string;
  /** Lower case. */
  email: string;
  name: string;
  role: Role;
  language: Language;
  password_hash: string;
}

export interface SessionTable {
  /** SHA-256 of the token, hex: the token itself is never stored. */
  token_hash: string;
  user_id: string;
  created_at: Date;
  expires_at: Date;
}

export interface RecordTable {
  type: RecordType;
  id: string;
  partner_id: string;
  version: number;
  deleted: boolean;
  body: Json<unknown>;
  /** Of a tombstone, since when it is one. */
  deleted_at: Date | null;
}

export interface ClientTable {
  client_id: string;
  user_id: string;
  partner_id: string;
  last_seq: number;
  /** SY-15: the edit id of the mutation numbered `last_seq`, if it had one. */
  last_edit_id: string | null;
  /** The first seq that came with an edit id; those after it have them too. Null: none has so far. */
  edit_ids_from: number | null;
  /** What the device is called: as it last said itself, unless somebody named it since. Null: it never said. */
  name: string | null;
  /** The name it last said, so that the same one said again does not undo a rename. */
  said_name: string | null;
  host: DeviceFacts['host'] | null;
  app_version: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
}

/** SY-15: edits that were done, applied or refused, for ever. Of a refused one the row in `refusal` says why. */
export interface DoneEditTable {
  edit_id: string;
  user_id: string;
  partner_id: string;
  client_id: string;
  seq: number;
  received_at: Date;
}

/** SY-4: what was refused, whole, for ever: an edit that is sent again is refused again in the same words (SY-15). */
export interface RefusalTable {
  client_id: string;
  seq: number;
  rejection: Json<Rejection>;
  /** The mutation as it was sent. */
  mutation: Json<unknown>;
  /** Records the mutation would have brought into being: what needs them is refused with it. */
  missing: Json<readonly RecordKey[]>;
  received_at: Date;
}

/** SY-3: business ids that were used, for ever. */
export interface BusinessIdTable {
  business_id: string;
  args_hash: string;
  partner_id: string;
  mutation: string;
  client_id: string;
  seq: number;
  received_at: Date;
}

export interface SnapshotTable {
  kind: SnapshotKind;
  id: string;
  version: number;
  /** For a price book: the catalog it names. */
  catalog_id: string | null;
  manifest: Json<Manifest>;
  /** Of everything but version and time: the same content is not published twice. */
  content_hash: string;
  published_at: Date;
  /** PR-22: it holds a distributor's price or the vendor's cost: never for a reseller. */
  has_distribution: Generated<boolean>;
}

/** PR-62: what the vendor signs with, 32 bytes each in lower-case hex. The newest signs; older ones still verify. */
export interface SigningKeyTable {
  key_id: string;
  private_key: string;
  public_key: string;
  created_at: Date;
}

/** Which catalog or book a chunk belongs to: the right to read it follows from that. */
export interface SnapshotChunkTable {
  kind: SnapshotKind;
  id: string;
  hash: string;
}

export interface PriceBookAccessTable {
  book_id: string;
  /** A partner id, or "*" for every partner. */
  partner_id: string;
}

/** Facts about the whole database, such as which demo was loaded. */
export interface SettingTable {
  key: string;
  value: string;
}

/** ADM-5: what happened, for ever and in order. */
export interface EventTable {
  seq: Generated<number>;
  id: string;
  type: EventType;
  partner_id: string;
  subject_type: string;
  subject_id: string;
  /** Null: the server itself. */
  actor_id: string | null;
  actor_name: string;
  at: Date;
  data: Json<unknown>;
}

/** OPP-6: the bytes of what a partner's records name. */
export interface AttachmentTable {
  partner_id: string;
  id: string;
  uploaded_by: string;
  size: number;
  /** Lower-case hex. */
  sha256: string;
  /** By content. */
  media_type: string;
  received_at: Date;
  bytes: Uint8Array;
}

/** OPP-6: up to which `receivedAt` one of the vendor's people has read a conversation. */
export interface VendorReadMarkTable {
  user_id: string;
  about_type: ConversationKey['type'];
  about_id: string;
  up_to: Date;
}

/** Messages of other systems that were taken, by their webhook-id. */
export interface ReceivedWebhookTable {
  webhook_id: string;
  received_at: Date;
}

/** OPP-2: the vendor's own file on a lead. */
export interface VendorLeadTable {
  id: string;
  number: string;
  state: VendorLeadState;
  facts: Json<NewLead>;
  waiting_reason: WaitingReason | null;
  waiting_comment: string;
  /** The one that is open. */
  offer_id: string | null;
  /** How the rules decided last, without partners' names. */
  routing: ColumnType<StoredRouting | null, string | null, string | null>;
  import_key: string | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

type Routing = NonNullable<VendorLeadFile['routing']>;
export type StoredRouting = Omit<Routing, 'considered'> & {
  readonly considered: readonly Omit<Routing['considered'][number], 'partnerName'>[];
};

/** One partner's turn with a lead; `id` is that of the partner's lead record. */
export interface LeadOfferTable {
  id: string;
  lead_id: string;
  partner_id: string;
  offered_by: Json<VendorLeadOffer['by']>;
  offered_at: Date;
  accept_by: Date;
  /** As far as the desk has followed the partner's record. */
  state: LeadState;
  answered_at: Date | null;
  answered_by: string;
  reason: VendorLeadOffer['reason'];
  answer: string;
  ended_at: Date | null;
}

/** ADM-3: never changed; the newest whose time has come decides. */
export interface RuleSetTable {
  kind: RuleSetKind;
  version: number;
  content: Json<RuleSetContent>;
  made_by: string;
  made_at: Date;
  active_from: Date;
  note: string;
}

/** OPP-4: an end customer of whom a deal was registered; its keys are those of this version of the account. */
export interface RegisteredCustomerTable {
  account_id: string;
  partner_id: string;
  account_version: number;
  /** As it is compared; null: to be read again. */
  reading: ColumnType<ReadCustomer | null, string | null, string | null>;
}

/** OPP-4: see shared/domain/deal/same-customer/customer-keys.ts. */
export interface CustomerKeyTable {
  kind: 'near' | 'name' | 'tax-id' | 'domain';
  key: string;
  account_id: string;
  /** OPP-5: base64; null: not made yet. */
  stretched: string | null;
}

/** Which two requests the vendor hears both sides of; neither partner's record names the other. */
export interface RegistrationConflictTable {
  id: string;
  first_request_id: string;
  second_request_id: string;
  opened_at: Date;
  decided_at: Date | null;
}

/** OPP-5: what each partner's index was built from. */
export interface RegistrationIndexStateTable {
  partner_id: string;
  /** Of the keys it was made from. */
  digest: string;
  built_at: Date;
  bytes: number;
}

/** ADM-3: whom the vendor tells what happened. */
export interface WebhookEndpointTable {
  id: string;
  url: string;
  description: string;
  /** Event types; "*" is all. */
  types: Json<readonly string[]>;
  /** "whsec_" and the key in base64; what it signed with before counts beside it for a while. */
  secret: string;
  previous_secret: string | null;
  previous_until: Date | null;
  enabled: boolean;
  /** Why it is off: somebody's word, or what went wrong. */
  off_reason: string | null;
  created_at: Date;
  created_by: string;
  /** The server that is at it, and until when that is believed. */
  claim: string | null;
  claimed_until: Date | null;
}

export interface WebhookDeliveryTable {
  seq: Generated<number>;
  id: string;
  endpoint_id: string;
  event_id: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  is_replay: boolean;
  next_at: Date;
  last_at: Date | null;
  /** The HTTP status; null: no answer came. */
  last_status: number | null;
  last_error: string | null;
  last_ms: number | null;
}

/** A price list that was read and waits to become the next version of a book; nobody but the vendor sees it. */
export interface PriceDraftTable {
  id: string;
  book_id: string;
  file_name: string;
  note: string;
  rows: Json<unknown>;
  row_count: number;
  /** The first ones that cannot be published. */
  bad_rows: Json<unknown>;
  bad_count: number;
  state: 'draft' | 'scheduled' | 'published' | 'cancelled';
  publish_at: Date | null;
  created_at: Date;
  created_by: string;
  decided_by: string | null;
  published_version: number | null;
  /** Why it could not be published at its time. */
  problem: string | null;
}

export interface Schema {
  webhook_endpoint: WebhookEndpointTable;
  webhook_delivery: WebhookDeliveryTable;
  price_draft: PriceDraftTable;
  registered_customer: RegisteredCustomerTable;
  customer_key: CustomerKeyTable;
  registration_conflict: RegistrationConflictTable;
  registration_index_state: RegistrationIndexStateTable;
  vendor_lead: VendorLeadTable;
  lead_offer: LeadOfferTable;
  rule_set: RuleSetTable;
  attachment: AttachmentTable;
  vendor_read_mark: VendorReadMarkTable;
  server_identity: ServerIdentityTable;
  tenant: TenantTable;
  user_account: UserAccountTable;
  session: SessionTable;
  record: RecordTable;
  client: ClientTable;
  done_edit: DoneEditTable;
  refusal: RefusalTable;
  business_id: BusinessIdTable;
  snapshot: SnapshotTable;
  snapshot_chunk: SnapshotChunkTable;
  price_book_access: PriceBookAccessTable;
  setting: SettingTable;
  signing_key: SigningKeyTable;
  event: EventTable;
  received_webhook: ReceivedWebhookTable;
}

export type NewRecordRow = Insertable<RecordTable>;
