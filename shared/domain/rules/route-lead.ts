import { z } from 'zod';
import { assertNever } from '../../lib/assert-never';
import { idSchema } from '../../lib/ids';
import { tiers, type Tier } from '../partner/partner';
import { evaluateRules, type TrailStep } from './evaluate-rules';
import type { LeadFacts } from './facts';
import type { LeadRouting, RoutingAction } from './rule-set';

/** A partner as routing sees it. */
export interface LeadPartner {
  readonly id: string;
  readonly tier: Tier;
  readonly country: string;
  readonly region: string;
  readonly certifications: readonly string[];
  /** Leads it was offered and has not answered, or has accepted and not yet converted. */
  readonly openLeads: number;
}

/** Why a partner was not chosen; `fits`: another one was better placed. */
export const partnerVerdicts = [
  'chosen',
  'fits',
  /** Had this lead before. */
  'tried',
  'elsewhere',
  'tier-too-low',
  'not-certified',
  /** The rule names it, and it is no partner (any more). */
  'unknown',
] as const;
export type PartnerVerdict = (typeof partnerVerdicts)[number];

/** Why a lead waits at the vendor's desk after its routing. */
export const unplacedReasons = [
  /** The rule keeps it there. */
  'kept-by-rule',
  'no-rule-matches',
  /** Nobody is as the rule wants. */
  'nobody-fits',
  /** Everybody who fits had it already. */
  'nobody-left',
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export const consideredPartnerSchema = z.object({
  partnerId: idSchema,
  verdict: z.enum(partnerVerdicts),
  openLeads: z.number().int().min(0),
});
export type ConsideredPartner = z.infer<typeof consideredPartnerSchema>;

export interface RoutedLead {
  /** Null: it waits, for this reason. */
  readonly offer: { readonly partnerId: string; readonly answerHours: number } | null;
  readonly unplaced: UnplacedReason | null;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly trail: readonly TrailStep[];
  /** Everybody the rule looked at, in its order of preference. */
  readonly considered: readonly ConsideredPartner[];
}

/** The vendor's name for where this country is; null when it has none. */
export const regionOf = ({ regions }: Pick<LeadRouting, 'regions'>, country: string): string | null =>
  regions.find(({ countries }) => countries.includes(country))?.name ?? null;

/**
 * OPP-2, ADM-3: to whom a lead is offered next. The first matching rule decides, and no other is asked when its partners are used up. Nobody
 * in `tried` gets it again. Pure; the same for the same input, in whatever order partners come.
 */
export function routeLead(
  ruleSet: Pick<LeadRouting, 'rules'>,
  facts: LeadFacts,
  partners: readonly LeadPartner[],
  tried: readonly string[],
): RoutedLead {
  const { rule, trail } = evaluateRules<RoutingAction>(ruleSet.rules, facts);
  const decided = { ruleId: rule?.id ?? null, ruleName: rule?.name ?? null, trail };
  const waits = (unplaced: UnplacedReason, considered: readonly ConsideredPartner[] = []): RoutedLead => ({
    ...decided,
    offer: null,
    unplaced,
    considered,
  });
  if (!rule) return waits('no-rule-matches');
  const { action } = rule;
  if (action.kind === 'keep') return waits('kept-by-rule');
  const looked =
    action.kind === 'partners'
      ? named(action.partnerIds, partners, tried)
      : best(action, facts, partners, tried);
  const chosen = looked.find(({ verdict }) => verdict === 'fits');
  const considered = looked.map((one) => (one === chosen ? { ...one, verdict: 'chosen' as const } : one));
  if (!chosen) {
    const isUsedUp = looked.some(({ verdict }) => verdict === 'tried');
    return waits(isUsedUp ? 'nobody-left' : 'nobody-fits', considered);
  }
  const offer = { partnerId: chosen.partnerId, answerHours: action.answerHours };
  return { ...decided, offer, unplaced: null, considered };
}

/** In the rule's order. */
function named(
  partnerIds: readonly string[],
  partners: readonly LeadPartner[],
  tried: readonly string[],
): ConsideredPartner[] {
  return [...new Set(partnerIds)].map((partnerId) => {
    const partner = partners.find(({ id }) => id === partnerId);
    if (!partner) return { partnerId, verdict: 'unknown', openLeads: 0 };
    return {
      partnerId,
      verdict: tried.includes(partnerId) ? 'tried' : 'fits',
      openLeads: partner.openLeads,
    };
  });
}

/** The fewest open leads first; of equals the higher tier, then the id, so that the same question always has the same answer. */
function best(
  action: Extract<RoutingAction, { kind: 'best' }>,
  facts: LeadFacts,
  partners: readonly LeadPartner[],
  tried: readonly string[],
): ConsideredPartner[] {
  const inOrder = [...partners].sort(
    (a, b) =>
      a.openLeads - b.openLeads || rank(b.tier) - rank(a.tier) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return inOrder.map((partner) => ({
    partnerId: partner.id,
    verdict: verdictOn(partner, action, facts, tried),
    openLeads: partner.openLeads,
  }));
}

const rank = (tier: Tier): number => tiers.indexOf(tier);

function verdictOn(
  partner: LeadPartner,
  { near, tier, certifications }: Extract<RoutingAction, { kind: 'best' }>,
  facts: LeadFacts,
  tried: readonly string[],
): PartnerVerdict {
  if (!isNear(partner, near, facts)) return 'elsewhere';
  if (tier !== null && rank(partner.tier) < rank(tier)) return 'tier-too-low';
  if (!certifications.every((wanted) => partner.certifications.includes(wanted))) return 'not-certified';
  return tried.includes(partner.id) ? 'tried' : 'fits';
}

function isNear(
  partner: LeadPartner,
  near: Extract<RoutingAction, { kind: 'best' }>['near'],
  facts: LeadFacts,
): boolean {
  switch (near) {
    case 'anywhere':
      return true;
    case 'country':
      return partner.country === facts.country;
    case 'region':
      return facts.region !== null && partner.region === facts.region;
    default:
      return assertNever(near);
  }
}
