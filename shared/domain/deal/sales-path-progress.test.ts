import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages, type Opportunity } from './opportunity';
import { blockedBy, criteriaOf, nextStage } from './sales-path-progress';
import type { SalesPath } from './sales-path';

const criterion = (id: string, required: boolean) => ({ id, text: { en: id }, required });
const path: Pick<SalesPath, 'stages'> = {
  stages: [
    {
      stage: 'qualification',
      guidance: { en: '' },
      exit: [criterion('budget', true), criterion('org-chart', false)],
      send: [],
      probability: 20,
    },
    {
      stage: 'solution',
      guidance: { en: '' },
      exit: [criterion('sizing', true)],
      send: [],
      probability: 40,
    },
  ],
};
const done = { by: 'rep-1', at: '2026-03-01T09:00:00.000Z' };
const idsBefore = (deal: Pick<Opportunity, 'stage' | 'met'>, to: (typeof stages)[number]) =>
  blockedBy(path, deal, to).map(({ id }) => id);

describe('OPP-1 the sales path', () => {
  it('says of each criterion of a stage whether it is met, and by whom', () => {
    expect(criteriaOf(path, { stage: 'qualification', met: { budget: done } })).toMatchObject([
      { id: 'budget', met: done },
      { id: 'org-chart', met: null },
    ]);
    expect(criteriaOf(null, { stage: 'qualification', met: { budget: done } })).toEqual([]);
  });

  it('asks for the required criteria of the stage that is left, and only reminds of the others', () => {
    expect(idsBefore({ stage: 'qualification' }, 'solution')).toEqual(['budget']);
    expect(idsBefore({ stage: 'qualification', met: { budget: done } }, 'solution')).toEqual([]);
  });

  it('asks for those of every stage that is skipped', () => {
    expect(idsBefore({ stage: 'prospecting' }, 'won')).toEqual(['budget', 'sizing']);
    expect(idsBefore({ stage: 'solution' }, 'won')).toEqual(['sizing']);
  });

  it('going back, staying and losing need nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...stages), (from, to) => {
        fc.pre(to === 'lost' || stages.indexOf(to) <= stages.indexOf(from));
        expect(blockedBy(path, { stage: from }, to)).toEqual([]);
      }),
    );
  });

  it('leads from the first stage to winning, and ends there', () => {
    expect(nextStage('prospecting')).toBe('qualification');
    expect(nextStage('negotiation')).toBe('won');
    expect(nextStage('won')).toBeUndefined();
    expect(nextStage('lost')).toBeUndefined();
  });
});
