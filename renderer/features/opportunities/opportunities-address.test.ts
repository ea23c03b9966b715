import { describe, expect, it } from 'vitest';
import { firstLook, lookOf, queryOf, type OpportunitiesLook } from './opportunities-address';
import { noOpportunityFilter } from './opportunity-filter';

const read = (query: string) => lookOf(new URLSearchParams(query));

describe('OPP-1 the filter is in the address', () => {
  it.each<OpportunitiesLook>([
    firstLook,
    { view: 'list', filter: noOpportunityFilter, sort: null },
    {
      view: 'list',
      filter: {
        text: 'Łódź & co = 50 %',
        stage: 'won',
        ownerId: '0197b0f4-0000-7000-8000-000000000001',
        forecast: 'best-case',
        closing: 'this-quarter',
        amountFrom: '1000.5',
        amountTo: '20000',
      },
      sort: { key: 'amount', direction: 'down' },
    },
  ])('what is written into it is read from it', (look) => {
    expect(read(queryOf(look))).toEqual(look);
  });

  it('an address that says nothing of it has no look', () => {
    expect(read('new=a1')).toBeNull();
    expect(read('')).toBeNull();
  });

  it('what cannot be read narrows nothing', () => {
    expect(read('view=list&stage=asleep&forecast=x&closing=y&from=abc&to=-5')).toEqual({
      view: 'list',
      filter: noOpportunityFilter,
      sort: null,
    });
  });
});
