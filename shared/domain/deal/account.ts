import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { countrySchema } from '../partner/partner';

export const segments = ['enterprise', 'mid-market', 'small-business', 'public', 'education'] as const;
export const segmentSchema = z.enum(segments);

/** OPP-1: an end customer of the partner. */
export const accountSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  name: z.string().trim().min(1).max(200),
  /** VAT or tax number; with it the customer is a business (reverse charge, PR-40). Empty when unknown. */
  taxId: z.string().max(40),
  country: countrySchema,
  city: z.string().max(100),
  street: z.string().max(200),
  postalCode: z.string().max(20),
  segment: segmentSchema,
  website: z.string().max(200),
  notes: z.string().max(20_000),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Who wrote it last; absent when the first release did. */
  updatedBy: idSchema.nullish(),
  /** SY-14: who wrote each field last, by its name; a field not here is as it was made, or as the first release wrote it. */
  writtenBy: z.record(z.string().max(60), idSchema).nullish(),
});
export type Account = z.infer<typeof accountSchema>;

/** What a person says of a customer. */
export const accountFieldsSchema = accountSchema.pick({
  name: true,
  taxId: true,
  country: true,
  city: true,
  street: true,
  postalCode: true,
  segment: true,
  website: true,
  notes: true,
});

export const contactSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  accountId: idSchema,
  name: z.string().trim().min(1).max(200),
  jobTitle: z.string().max(120),
  email: z.string().max(200),
  phone: z.string().max(60),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Who wrote it last; absent when the first release did. */
  updatedBy: idSchema.nullish(),
  /** SY-14: who wrote each field last, by its name; a field not here is as it was made, or as the first release wrote it. */
  writtenBy: z.record(z.string().max(60), idSchema).nullish(),
});
export type Contact = z.infer<typeof contactSchema>;

/** Empty, or something@something without spaces; whether mail arrives there is not for a form or a file to say. */
export const looksLikeEmail = (text: string): boolean => text === '' || /^[^\s@]+@[^\s@]+$/.test(text);

/** What a person says of a contact. */
export const contactFieldsSchema = contactSchema.pick({
  name: true,
  jobTitle: true,
  email: true,
  phone: true,
});
