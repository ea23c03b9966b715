import type { Lead } from '../lead/lead';
import type { LeadFacts } from './facts';
import { regionOf } from './route-lead';
import type { LeadRouting } from './rule-set';

/** What rules can ask about a lead. */
export const leadFacts = (
  lead: Pick<Lead, 'company' | 'families' | 'estimate' | 'source'>,
  ruleSet: Pick<LeadRouting, 'regions'>,
): LeadFacts => ({
  country: lead.company.country,
  region: regionOf(ruleSet, lead.company.country),
  segment: lead.company.segment,
  families: lead.families,
  amount: lead.estimate?.amount ?? null,
  currency: lead.estimate?.currency ?? null,
  source: lead.source,
});
