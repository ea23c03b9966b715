import { leadFacts } from '#shared/domain/rules/lead-facts';
import { routeLead } from '#shared/domain/rules/route-lead';
import type { LeadRouting } from '#shared/domain/rules/rule-set';
import type { Bench, BenchCase, BenchOutcome } from '#shared/protocol/vendor-rules';
import type { Queries } from '../../db/database';
import { findOffers, partnerNames, partnersForLeads } from '../leads/repository';
import { instantsOf, isSame, mostCases, summarized, type BenchDays } from './bench';

/** What a draft would have done first with each lead of these days, beside whom it was offered to first. Writes nothing. */
export async function benchLeads(queries: Queries, draft: LeadRouting, days: BenchDays): Promise<Bench> {
  const { start, end } = instantsOf(days);
  const leads = await queries
    .selectFrom('vendor_lead')
    .select(['id', 'number', 'facts', 'created_at'])
    .where('created_at', '>=', start)
    .where('created_at', '<', end)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostCases)
    .execute();
  const offers = await findOffers(
    queries,
    leads.map(({ id }) => id),
  );
  // Newest first, so that the first offer of each is the one that stays.
  const firstOffer = new Map(offers.map((offer) => [offer.lead_id, offer]));
  const names = await partnerNames(queries);
  const offered = (partnerId: string): BenchOutcome => ({
    kind: 'offered',
    partnerId,
    partnerName: names.get(partnerId) ?? partnerId,
  });

  const cases: BenchCase[] = [];
  for (const { id, number, facts, created_at: at } of leads) {
    const partners = await partnersForLeads(queries, at);
    const routed = routeLead(draft, leadFacts(facts, draft), partners, []);
    const first = firstOffer.get(id);
    const happened: BenchOutcome = first ? offered(first.partner_id) : { kind: 'waits' };
    const decided: BenchOutcome = routed.offer ? offered(routed.offer.partnerId) : { kind: 'waits' };
    const { ruleId, ruleName } = routed;
    cases.push({
      id,
      label: number,
      company: facts.company.name,
      at: at.toISOString(),
      ruleId,
      ruleName,
      draft: decided,
      happened,
      same: isSame(decided, happened, first?.offered_by.kind === 'person'),
    });
  }
  return summarized(draft.rules, cases);
}
