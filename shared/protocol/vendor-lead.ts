import { z } from 'zod';
import { leadCriteriaSchema } from '../domain/lead/criteria';
import { leadReasons, leadSchema, leadStateSchema, qualificationSchema } from '../domain/lead/lead';
import { countrySchema } from '../domain/partner/partner';
import { consideredPartnerSchema, unplacedReasons } from '../domain/rules/route-lead';
import { trailSchema } from '../domain/rules/trail';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';

const storable = (most: number) => z.string().max(most).refine(isStorable, notStorable);

/** `waiting`: at the vendor's desk. `closed`: the vendor gave it up. */
export const vendorLeadStates = ['waiting', 'offered', 'accepted', 'converted', 'closed'] as const;
export type VendorLeadState = (typeof vendorLeadStates)[number];

/** Why it waits at the desk. `to-be-routed`: the rules have not been asked yet. `taken-back`: by a person. */
export const waitingReasons = ['to-be-routed', 'taken-back', ...unplacedReasons] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** One partner's turn with a lead. `id` is that of the lead record the partner has. */
export const vendorLeadOfferSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  partnerName: z.string(),
  /** The rule by which it was offered, or who did it by hand. */
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rule'), ruleId: z.string(), ruleName: z.string() }),
    z.object({ kind: z.literal('person'), name: z.string() }),
  ]),
  offeredAt: instantSchema,
  acceptBy: instantSchema,
  state: leadStateSchema,
  /** Of the partner's first answer, by the server's clock; null: none came. */
  answeredAt: instantSchema.nullable(),
  /** Whole minutes from the offer to that answer. */
  answerMinutes: z.number().int().min(0).nullable(),
  answeredBy: z.string(),
  reason: z.enum(leadReasons).nullable(),
  text: z.string(),
  /** When the partner had it no more (declined, returned, missed, withdrawn) or made a deal of it. */
  endedAt: instantSchema.nullable(),
});
export type VendorLeadOffer = z.infer<typeof vendorLeadOfferSchema>;

/** A lead as the vendor has it, with everybody it went to, the newest first. */
export const vendorLeadSchema = z.object({
  id: idSchema,
  number: z.string(),
  ...leadSchema.pick({
    company: true,
    contact: true,
    source: true,
    need: true,
    families: true,
    estimate: true,
  }).shape,
  state: z.enum(vendorLeadStates),
  /** While it is `waiting`. */
  waiting: z.object({ reason: z.enum(waitingReasons), comment: z.string() }).nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  offers: z.array(vendorLeadOfferSchema),
  /** OPP-3: of whoever has it now. */
  qualification: qualificationSchema.nullable(),
});
export type VendorLead = z.infer<typeof vendorLeadSchema>;

/**
 * GET /api/v1/vendor/leads (channel, admin): at most 500, those that wait first, then the newest. `text` looks in company, contact, number
 * and source.
 */
export const vendorLeadQuerySchema = z.object({
  state: z.enum(vendorLeadStates).optional(),
  /** Whoever had it at any time. */
  partnerId: idSchema.optional(),
  /** Whose qualification waits for the vendor. */
  toVerify: z.enum(['true']).optional(),
  text: storable(200).optional(),
});
export type VendorLeadQuery = z.infer<typeof vendorLeadQuerySchema>;
export const vendorLeadListSchema = z.object({ leads: z.array(vendorLeadSchema) });

/** GET /api/v1/vendor/leads/{leadId}, and the answer of all that changes one. */
export const vendorLeadFileSchema = vendorLeadSchema.extend({
  /** Of whoever has it now; null: nobody, or it has none. */
  criteria: leadCriteriaSchema.nullable(),
  /** How the rules decided last. */
  routing: z
    .object({
      at: instantSchema,
      /** Of the rule set. */
      version: z.number().int(),
      ruleId: z.string().nullable(),
      ruleName: z.string().nullable(),
      trail: trailSchema,
      considered: z.array(consideredPartnerSchema.extend({ partnerName: z.string() })),
    })
    .nullable(),
});
export type VendorLeadFile = z.infer<typeof vendorLeadFileSchema>;

const company = leadSchema.shape.company;

/** What a person, or a row of a file, says of a new lead. */
export const newLeadSchema = z.object({
  company: z.object({
    ...company.shape,
    name: company.shape.name.refine(isStorable, notStorable),
    country: countrySchema,
    city: storable(100).default(''),
    street: storable(200).default(''),
    postalCode: storable(20).default(''),
    taxId: storable(40).default(''),
    website: storable(200).default(''),
    segment: company.shape.segment,
  }),
  contact: z.object({
    name: storable(200).default(''),
    jobTitle: storable(120).default(''),
    email: storable(200).default(''),
    phone: storable(60).default(''),
  }),
  source: storable(120).default(''),
  need: storable(10_000).default(''),
  families: leadSchema.shape.families.default([]),
  estimate: leadSchema.shape.estimate.default(null),
});
export type NewLead = z.infer<typeof newLeadSchema>;

/** POST /api/v1/vendor/leads (channel, admin): made once for its id, however often it is sent; then routed by the rules. Answers the file. */
export const createLeadSchema = newLeadSchema.extend({ id: idSchema });
export type CreateLead = z.input<typeof createLeadSchema>;

/**
 * POST /api/v1/vendor/leads/import (channel, admin): CSV with a head of these columns, in any order; company, country and segment must be there.
 * Comma, semicolon or tab. Good rows are leads afterwards, others are told of; a row that was imported before is not imported again.
 */
export const leadColumns = [
  'company',
  'country',
  'segment',
  'city',
  'street',
  'postalCode',
  'taxId',
  'website',
  'contact',
  'jobTitle',
  'email',
  'phone',
  'source',
  'need',
  /** Separated by "|". */
  'families',
  'amount',
  'currency',
] as const;
export type LeadColumn = (typeof leadColumns)[number];
export const importLeadsSchema = z.object({ csv: z.string().min(1).max(5_000_000) });

export const rowProblems = [
  'not-valid',
  'missing',
  /** The same row is in the file twice, or was imported before. */
  'imported-before',
  /** The file itself: not CSV, a column missing, too many rows. */
  'not-readable',
  'column-missing',
  'too-many-rows',
] as const;

export const importedLeadsSchema = z.object({
  /** How many leads there are now that were not before. */
  created: z.number().int(),
  problems: z.array(
    z.object({
      /** 1 is the head; null: the whole file. */
      row: z.number().int().nullable(),
      column: z.string().nullable(),
      /** As it stands there. */
      value: z.string(),
      problem: z.enum(rowProblems),
    }),
  ),
});
export type ImportedLeads = z.infer<typeof importedLeadsSchema>;

/** POST /api/v1/vendor/leads/{leadId}/offer: by hand, of one that waits; also to somebody who had it before. `conflict` when it does not wait. */
export const offerLeadSchema = z.object({
  partnerId: idSchema,
  answerHours: z.number().int().min(1).max(720),
});

/** POST /api/v1/vendor/leads/{leadId}/take-back: of one that is offered or accepted. The partner keeps the company's name and nothing else. */
export const takeBackLeadSchema = z.object({
  comment: storable(2_000),
  /** Ask the rules for the next partner at once; else it waits. */
  routeAgain: z.boolean(),
});

/** POST /api/v1/vendor/leads/{leadId}/route: asks the rules again about one that waits. No body. */

/** POST /api/v1/vendor/leads/{leadId}/close: gives up one that waits. */
export const closeLeadSchema = z.object({ comment: storable(2_000) });

/**
 * POST /api/v1/vendor/leads/{leadId}/qualification: the vendor's word on what the partner sent (OPP-3). One that was verified may be verified
 * again, with another score. `conflict` when nothing was sent, or it was changed since `readAt`.
 */
export const judgeQualificationSchema = z.object({
  decision: z.enum(['verify', 'send-back']),
  comment: storable(2_000),
  /** The vendor's own; null: as the partner's answers say. */
  score: z.number().int().min(0).max(100).nullable(),
  /** The qualification's `at` that was read. */
  readAt: instantSchema.optional(),
});
export type JudgeQualification = z.infer<typeof judgeQualificationSchema>;

/** GET /api/v1/vendor/leads/statistics: of offers made on these days (UTC), both included; everything without them. By partner's name. */
export const leadStatisticsQuerySchema = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export const leadStatisticsSchema = z.object({
  partners: z.array(
    z.object({
      partnerId: idSchema,
      partnerName: z.string(),
      offered: z.number().int(),
      /** Accepted at some time, whatever became of it. */
      accepted: z.number().int(),
      declined: z.number().int(),
      returned: z.number().int(),
      missed: z.number().int(),
      withdrawn: z.number().int(),
      converted: z.number().int(),
      /** Not answered yet, still in time. */
      open: z.number().int(),
      /** Of what was answered, accepted or declined, in minutes; null: nothing was. */
      medianAnswerMinutes: z.number().nullable(),
    }),
  ),
  waiting: z.number().int(),
});
export type LeadStatistics = z.infer<typeof leadStatisticsSchema>;
