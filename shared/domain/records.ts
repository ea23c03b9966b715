import type { z } from 'zod';
import { accountSchema, contactSchema } from './deal/account';
import { opportunitySchema } from './deal/opportunity';
import { orderSchema } from './order/order';
import { agreementSchema, partnerSchema, personSchema } from './partner/partner';
import { quoteSchema } from './quote/quote';

/** Every kind of record that sync carries. Partner, person and agreement are written by the vendor only. */
export const recordSchemas = {
  partner: partnerSchema,
  person: personSchema,
  agreement: agreementSchema,
  account: accountSchema,
  contact: contactSchema,
  opportunity: opportunitySchema,
  quote: quoteSchema,
  order: orderSchema,
} as const;

export type RecordType = keyof typeof recordSchemas;
export type RecordOf<T extends RecordType> = z.infer<(typeof recordSchemas)[T]>;
export const recordTypes = Object.keys(recordSchemas) as RecordType[];

export interface RecordKey {
  readonly type: RecordType;
  readonly id: string;
}
export const keyText = (key: RecordKey): string => `${key.type}:${key.id}`;
