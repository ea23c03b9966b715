import { z } from 'zod';
import { languageSchema } from '#shared/domain/catalog/localized';
import { accountSchema } from '#shared/domain/deal/account';
import { countrySchema } from '#shared/domain/partner/partner';
import brightpath from '../../../resources/demo/partners/brightpath.json' with { type: 'json' };
import jadebridge from '../../../resources/demo/partners/jadebridge.json' with { type: 'json' };
import rheinkontor from '../../../resources/demo/partners/rheinkontor.json' with { type: 'json' };
import steppe from '../../../resources/demo/partners/steppe.json' with { type: 'json' };
import texts from '../../../resources/demo/texts.json' with { type: 'json' };
import { fullTextSchema } from '../localized-text';

/** A partner's customers, in its own language. All invented. */
const partnerSourceSchema = z.strictObject({
  language: languageSchema,
  /** What phone numbers begin with; 555 is kept free for fiction. */
  phonePrefix: z.string(),
  contacts: z.array(z.strictObject({ name: z.string(), mailbox: z.string() })),
  accounts: z.array(
    z.strictObject({
      name: z.string(),
      city: z.string(),
      street: z.string(),
      postalCode: z.string(),
      segment: accountSchema.shape.segment,
      /** Of its website, under the reserved top-level domain "example" (RFC 2606). */
      domain: z.string(),
      country: countrySchema,
    }),
  ),
});
export type PartnerSource = z.infer<typeof partnerSourceSchema>;

const textsSchema = z.strictObject({
  /** What deals are about, and the families their quotes draw from. */
  topics: z.array(z.strictObject({ name: fullTextSchema, families: z.array(z.string()).min(1) })),
  sections: z.strictObject({ hardware: fullTextSchema, software: fullTextSchema, service: fullTextSchema }),
  introductions: z.array(fullTextSchema),
  lineNotes: z.array(fullTextSchema),
  internalNotes: z.array(fullTextSchema),
  nextSteps: z.array(fullTextSchema),
  accountNotes: z.array(fullTextSchema),
  orderNotes: z.array(fullTextSchema),
  rejectionReasons: z.array(fullTextSchema),
  jobTitles: z.array(fullTextSchema),
  proposalTerms: fullTextSchema,
  bidJustification: fullTextSchema,
  bidComment: fullTextSchema,
  approvalMessage: fullTextSchema,
  counterComment: fullTextSchema,
  /** One story for each state a request for a deal registration can be in. */
  registrations: z.strictObject({
    submitted: z.strictObject({ description: fullTextSchema }),
    refused: z.strictObject({ description: fullTextSchema, comment: fullTextSchema }),
    appealed: z.strictObject({
      description: fullTextSchema,
      comment: fullTextSchema,
      appeal: fullTextSchema,
    }),
    granted: z.strictObject({ description: fullTextSchema, comment: fullTextSchema }),
  }),
  /** What two people noted when they changed one deal at the same time. */
  conflictNotes: z.strictObject({ kept: fullTextSchema, other: fullTextSchema }),
});
export type DemoTexts = z.infer<typeof textsSchema>;

export const readTexts = (): DemoTexts => textsSchema.parse(texts);

export const readPartnerSources = () => ({
  brightpath: partnerSourceSchema.parse(brightpath),
  rheinkontor: partnerSourceSchema.parse(rheinkontor),
  steppe: partnerSourceSchema.parse(steppe),
  jadebridge: partnerSourceSchema.parse(jadebridge),
});
export type PartnerKey = keyof ReturnType<typeof readPartnerSources>;
