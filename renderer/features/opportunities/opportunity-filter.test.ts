import { describe, expect, it } from 'vitest';
import { anOpportunity } from './an-opportunity.test-kit';
import { forecastOf } from '#shared/domain/deal/forecast';
import {
  closesIn,
  filterOpportunities,
  isFiltering,
  isOverdue,
  noOpportunityFilter,
  searchTexts,
} from './opportunity-filter';

const context = {
  today: '2026-11-21',
  textOf: searchTexts((id) => (id === 'a1' ? 'Łódź Textiles' : 'Other')),
  forecastOf,
};

describe('OPP-1 opportunity filters', () => {
  const all = [
    anOpportunity({ id: 'o1', accountId: 'a1', stage: 'proposal', ownerId: 'anna', amount: '999.99' }),
    anOpportunity({ id: 'o2', accountId: 'a2', stage: 'won', ownerId: 'boris', amount: '1000' }),
  ];
  const idsFor = (filter: Partial<typeof noOpportunityFilter>) =>
    filterOpportunities(all, { ...noOpportunityFilter, ...filter }, context).map(({ id }) => id);

  it('leaves everything without a filter', () => expect(idsFor({})).toEqual(['o1', 'o2']));
  it("finds by the customer's name", () => expect(idsFor({ text: 'lodz' })).toEqual(['o1']));
  it('keeps one stage, or all that are open', () => {
    expect(idsFor({ stage: 'won' })).toEqual(['o2']);
    expect(idsFor({ stage: 'open' })).toEqual(['o1']);
  });
  it("keeps one owner's deals", () => expect(idsFor({ ownerId: 'anna' })).toEqual(['o1']));
  it("keeps a forecast: the rep's own word, else what the stage says", () => {
    expect(idsFor({ forecast: 'best-case' })).toEqual(['o1']);
    const [first = anOpportunity()] = all;
    const committed = [{ ...first, forecast: 'commit' as const }];
    expect(
      filterOpportunities(committed, { ...noOpportunityFilter, forecast: 'commit' }, context),
    ).toHaveLength(1);
  });
  it('keeps amounts within both limits, exactly', () => {
    expect(idsFor({ amountFrom: '1000' })).toEqual(['o2']);
    expect(idsFor({ amountTo: '999.99' })).toEqual(['o1']);
    expect(idsFor({ amountFrom: '999.991', amountTo: '999.999' })).toEqual([]);
  });
  it('says whether anything is left out', () => {
    expect(isFiltering(noOpportunityFilter)).toBe(false);
    expect(isFiltering({ ...noOpportunityFilter, amountTo: '5' })).toBe(true);
  });
  it('needs all of them at once', () => expect(idsFor({ ownerId: 'anna', stage: 'won' })).toEqual([]));
});

describe('OPP-1 close dates', () => {
  it('is overdue from the day after, and only while open', () => {
    expect(isOverdue({ stage: 'proposal', closeOn: '2026-11-20' }, '2026-11-21')).toBe(true);
    expect(isOverdue({ stage: 'proposal', closeOn: '2026-11-21' }, '2026-11-21')).toBe(false);
    expect(isOverdue({ stage: 'won', closeOn: '2026-11-20' }, '2026-11-21')).toBe(false);
  });

  it.each([
    ['next-30-days', '2026-12-21', true],
    ['next-30-days', '2026-12-22', false],
    ['next-30-days', '2026-11-20', false],
    ['this-quarter', '2026-10-01', true],
    ['this-quarter', '2027-01-01', false],
    ['next-quarter', '2027-01-01', true],
    ['next-quarter', '2027-04-01', false],
  ] as const)('%s holds %s: %s', (closing, closeOn, expected) => {
    expect(closesIn({ stage: 'proposal', closeOn }, closing, '2026-11-21')).toBe(expected);
  });
});
