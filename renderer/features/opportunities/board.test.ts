import { describe, expect, it } from 'vitest';
import { anOpportunity } from './an-opportunity.test-kit';
import { columnsOf, neighbourCard, neighbourStage } from './board';

describe('OPP-1 the board', () => {
  it('has a column for every stage in the order of the path, empty ones too', () => {
    const columns = columnsOf([anOpportunity({ stage: 'proposal' })]);
    expect(columns.map(({ stage, cards }) => [stage, cards.length])).toEqual([
      ['prospecting', 0],
      ['qualification', 0],
      ['solution', 0],
      ['proposal', 1],
      ['negotiation', 0],
      ['won', 0],
      ['lost', 0],
    ]);
  });

  it('marks won and lost as ends', () => {
    expect(
      columnsOf([])
        .filter(({ end }) => end)
        .map(({ stage }) => stage),
    ).toEqual(['won', 'lost']);
  });

  it('puts the deal that closes first on top', () => {
    const [column] = columnsOf([
      anOpportunity({ id: 'late', closeOn: '2027-01-01' }),
      anOpportunity({ id: 'soon', closeOn: '2026-12-01' }),
    ]);
    expect(column?.cards.map(({ id }) => id)).toEqual(['soon', 'late']);
  });
});

describe('OPP-1 the board by keyboard', () => {
  it('moves a deal one stage along the path and stops at its ends', () => {
    expect(neighbourStage('proposal', 1)).toBe('negotiation');
    expect(neighbourStage('proposal', -1)).toBe('solution');
    expect(neighbourStage('prospecting', -1)).toBeUndefined();
    expect(neighbourStage('lost', 1)).toBeUndefined();
  });

  const columns = columnsOf([
    anOpportunity({ id: 'p1', stage: 'prospecting', closeOn: '2026-12-01' }),
    anOpportunity({ id: 'p2', stage: 'prospecting', closeOn: '2026-12-02' }),
    anOpportunity({ id: 'n1', stage: 'negotiation' }),
  ]);

  it.each([
    ['p1', 'down', 'p2'],
    ['p2', 'up', 'p1'],
    ['p1', 'up', undefined],
    ['p2', 'right', 'n1'],
    ['n1', 'left', 'p1'],
    ['n1', 'right', undefined],
  ] as const)('from %s, %s leads to %s, over empty columns', (from, key, to) => {
    expect(neighbourCard(columns, from, key)).toBe(to);
  });
});
