import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiers } from '../partner/partner';
import type { Condition } from './condition';
import { regionOf, routeLead, type LeadPartner } from './route-lead';
import { leadRoutingSchema, type RoutingAction } from './rule-set';
import { aLeadsFacts, all, text } from './rules.test-kit';

const partner = (id: string, changes: Partial<LeadPartner> = {}): LeadPartner => ({
  id,
  tier: 'gold',
  country: 'PL',
  region: 'EU',
  certifications: [],
  openLeads: 0,
  ...changes,
});
const best = (changes: Partial<Extract<RoutingAction, { kind: 'best' }>> = {}): RoutingAction => ({
  kind: 'best',
  near: 'region',
  tier: null,
  certifications: [],
  answerHours: 24,
  ...changes,
});
const rules = (...actions: [Condition, RoutingAction][]) =>
  leadRoutingSchema.parse({
    kind: 'lead-routing',
    regions: [{ name: 'EU', countries: ['PL', 'DE'] }],
    rules: actions.map(([when, action], at) => ({
      id: `rule-${at + 1}`,
      name: `Rule ${at + 1}`,
      when,
      action,
    })),
  });
const always = all();
const facts = aLeadsFacts();

describe('OPP-2 to whom a lead goes', () => {
  it('to the named ones in their order, each once', () => {
    const set = rules([always, { kind: 'partners', partnerIds: ['b', 'a', 'b', 'gone'], answerHours: 8 }]);
    const partners = [partner('a'), partner('b', { openLeads: 9 })];
    expect(routeLead(set, facts, partners, [])).toMatchObject({
      offer: { partnerId: 'b', answerHours: 8 },
      ruleId: 'rule-1',
      considered: [
        { partnerId: 'b', verdict: 'chosen', openLeads: 9 },
        { partnerId: 'a', verdict: 'fits' },
        { partnerId: 'gone', verdict: 'unknown' },
      ],
    });
    expect(routeLead(set, facts, partners, ['b']).offer?.partnerId).toBe('a');
    expect(routeLead(set, facts, partners, ['b', 'a'])).toMatchObject({
      offer: null,
      unplaced: 'nobody-left',
    });
  });

  it('to the one with the fewest open leads; of equals to the higher tier', () => {
    const partners = [
      partner('busy', { openLeads: 3, tier: 'platinum' }),
      partner('a-silver', { openLeads: 1, tier: 'silver' }),
      partner('z-gold', { openLeads: 1 }),
    ];
    const { offer, considered } = routeLead(rules([always, best()]), facts, partners, []);
    expect(offer?.partnerId).toBe('z-gold');
    expect(considered.map(({ partnerId }) => partnerId)).toEqual(['z-gold', 'a-silver', 'busy']);
  });

  it('says of everybody why not', () => {
    const partners = [
      partner('far', { region: 'Asia' }),
      partner('low', { tier: 'registered' }),
      partner('untaught', { certifications: ['Storage'] }),
      partner('had-it', { certifications: ['Storage', 'Backup'] }),
    ];
    const set = rules([always, best({ tier: 'silver', certifications: ['Storage', 'Backup'] })]);
    const routed = routeLead(set, facts, partners, ['had-it']);
    expect(routed).toMatchObject({ offer: null, unplaced: 'nobody-left', ruleId: 'rule-1' });
    expect(
      Object.fromEntries(routed.considered.map(({ partnerId, verdict }) => [partnerId, verdict])),
    ).toEqual({
      far: 'elsewhere',
      low: 'tier-too-low',
      untaught: 'not-certified',
      'had-it': 'tried',
    });
    expect(routeLead(set, facts, partners.slice(0, 3), [])).toMatchObject({ unplaced: 'nobody-fits' });
  });

  it('near is the region, the country or anywhere; without a region nobody is near by region', () => {
    const partners = [partner('german', { country: 'DE' })];
    const to = (near: 'region' | 'country' | 'anywhere', region: string | null = 'EU') =>
      routeLead(rules([always, best({ near })]), { ...facts, region }, partners, []).offer?.partnerId;
    expect([to('region'), to('country'), to('anywhere')]).toEqual(['german', undefined, 'german']);
    expect(to('region', null)).toBeUndefined();
    const nowhere = [partner('nowhere', { region: '' })];
    expect(routeLead(rules([always, best()]), { ...facts, region: null }, nowhere, []).offer).toBeNull();
  });

  it('the first matching rule decides; when its partners are used up no other is asked', () => {
    const set = rules(
      [text('country', 'DE'), { kind: 'partners', partnerIds: ['b'], answerHours: 8 }],
      [text('country', 'PL'), { kind: 'partners', partnerIds: ['a'], answerHours: 8 }],
      [always, best()],
    );
    expect(routeLead(set, facts, [partner('a'), partner('b')], [])).toMatchObject({
      offer: { partnerId: 'a' },
      ruleId: 'rule-2',
    });
    expect(routeLead(set, facts, [partner('a'), partner('b')], ['a'])).toMatchObject({
      offer: null,
      unplaced: 'nobody-left',
      ruleId: 'rule-2',
    });
  });

  it('stays at the desk when a rule keeps it, or none matches', () => {
    expect(routeLead(rules([always, { kind: 'keep' }]), facts, [partner('a')], [])).toMatchObject({
      offer: null,
      unplaced: 'kept-by-rule',
      ruleId: 'rule-1',
    });
    expect(routeLead(rules([text('country', 'KZ'), best()]), facts, [partner('a')], [])).toMatchObject({
      offer: null,
      unplaced: 'no-rule-matches',
      ruleId: null,
      trail: [{ ruleId: 'rule-1', matched: false, unmet: [{ value: 'PL' }] }],
    });
  });

  it('the same for the same input in whatever order partners come, and never to who had it', () => {
    const arbitraryPartners = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        tier: fc.constantFrom(...tiers),
        country: fc.constantFrom('PL', 'DE'),
        region: fc.constantFrom('EU', 'Asia'),
        certifications: fc.subarray(['Storage', 'Backup']),
        openLeads: fc.integer({ min: 0, max: 2 }),
      }),
      { selector: ({ id }) => id },
    );
    const set = rules([always, best({ tier: 'silver', certifications: ['Storage'] })]);
    fc.assert(
      fc.property(arbitraryPartners, fc.subarray(['a', 'b', 'c']), (partners, tried) => {
        const routed = routeLead(set, facts, partners, tried);
        expect(routeLead(set, facts, partners.toReversed(), tried)).toEqual(routed);
        expect(tried).not.toContain(routed.offer?.partnerId);
      }),
    );
  });

  it('a region is the vendor’s word for countries', () => {
    const set = rules([always, best()]);
    expect([regionOf(set, 'DE'), regionOf(set, 'KZ')]).toEqual(['EU', null]);
  });
});
