import type { z } from 'zod';
import { approvalSchema } from './approval/approval';
import { delegatedAuthoritySchema } from './approval/delegated-authority';
import { sellingGuideSchema } from './catalog/selling-guide';
import { accountSchema, contactSchema } from './deal/account';
import { editConflictSchema } from './deal/edit-conflict';
import { opportunitySchema } from './deal/opportunity';
import { registrationRequestSchema } from './deal/registration-request';
import { messageSchema } from './conversation/message';
import { readMarkSchema } from './conversation/read-mark';
import { activitySchema } from './deal/activity';
import { obligationSchema } from './deal/obligation';
import { registrationIndexSchema } from './deal/registration-index';
import { salesPathSchema } from './deal/sales-path';
import { savedViewSchema } from './deal/saved-view';
import { leadCriteriaSchema } from './lead/criteria';
import { leadSchema } from './lead/lead';
import { assetSchema } from './order/asset';
import { goalSchema } from './partner/goal';
import { orderSchema } from './order/order';
import { agreementSchema, partnerSchema, personSchema } from './partner/partner';
import { contractSchema } from './pricing/contract';
import { dealRegistrationSchema, specialBidSchema } from './pricing/granted-terms';
import { promotionSchema } from './pricing/promotion';
import { quoteSchema } from './quote/quote';
import { quoteRevisionSchema } from './quote/quote-revision';

/** Every kind of record that sync carries. What the vendor alone writes comes first, up to `authority`. */
export const recordSchemas = {
  partner: partnerSchema,
  person: personSchema,
  agreement: agreementSchema,
  promotion: promotionSchema,
  dealRegistration: dealRegistrationSchema,
  contract: contractSchema,
  sellingGuide: sellingGuideSchema,
  authority: delegatedAuthoritySchema,
  account: accountSchema,
  contact: contactSchema,
  opportunity: opportunitySchema,
  quote: quoteSchema,
  quoteRevision: quoteRevisionSchema,
  approval: approvalSchema,
  specialBid: specialBidSchema,
  order: orderSchema,
  // Since protocol version 2; an older app is not sent them.
  editConflict: editConflictSchema,
  registrationRequest: registrationRequestSchema,
  // Since protocol version 3. The first five the vendor alone writes.
  salesPath: salesPathSchema,
  leadCriteria: leadCriteriaSchema,
  registrationIndex: registrationIndexSchema,
  asset: assetSchema,
  lead: leadSchema,
  activity: activitySchema,
  obligation: obligationSchema,
  message: messageSchema,
  readMark: readMarkSchema,
  goal: goalSchema,
  savedView: savedViewSchema,
} as const;

export type RecordType = keyof typeof recordSchemas;
export type RecordOf<T extends RecordType> = z.infer<(typeof recordSchemas)[T]>;
export const recordTypes = Object.keys(recordSchemas) as RecordType[];

export interface RecordKey {
  readonly type: RecordType;
  readonly id: string;
}
export const keyText = (key: RecordKey): string => `${key.type}:${key.id}`;
