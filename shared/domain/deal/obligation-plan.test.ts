import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obligationId, planOf, type PlanFacts } from './obligation-plan';
import { obligationStarts, type ObligationTemplate } from './sales-path';

const step = (id: string, from: ObligationTemplate['from'], days: number): ObligationTemplate => ({
  id,
  text: { en: id },
  side: 'partner',
  from,
  days,
});
const obligations = [
  step('reference', 'won', 90),
  step('kick-off', 'ordered', 7),
  { ...step('license-keys', 'ordered', 2), side: 'vendor' as const },
];
const facts: PlanFacts = {
  opportunityId: 'opp-1',
  happened: { ordered: '2026-02-26' },
  ownerId: 'rep-1',
  planned: new Set(),
};

describe('OPP-7 what is planned of the obligations', () => {
  it('is what begins with an event that has taken place, its days counted from then, the first due first', () => {
    expect(planOf({ obligations }, facts)).toEqual([
      {
        id: obligationId('opp-1', 'license-keys'),
        templateId: 'license-keys',
        text: { en: 'license-keys' },
        side: 'vendor',
        ownerId: null,
        dueOn: '2026-02-28',
      },
      {
        id: obligationId('opp-1', 'kick-off'),
        templateId: 'kick-off',
        text: { en: 'kick-off' },
        side: 'partner',
        ownerId: 'rep-1',
        dueOn: '2026-03-05',
      },
    ]);
  });

  it('is the same on every device, and nothing that is there already', () => {
    const planned = new Set(planOf({ obligations }, facts).map(({ id }) => id));
    expect(planOf({ obligations }, { ...facts, planned })).toEqual([]);
    const later = { ...facts, planned, happened: { ...facts.happened, won: '2026-02-20' } };
    expect(planOf({ obligations }, later).map(({ templateId }) => templateId)).toEqual(['reference']);
  });

  it('whatever happens in whatever order, every step comes once, never before its event', () => {
    const events = fc.uniqueArray(fc.constantFrom(...obligationStarts));
    fc.assert(
      fc.property(events, (order) => {
        const planned = new Set<string>();
        const happened: Partial<Record<ObligationTemplate['from'], string>> = {};
        for (const event of order) {
          happened[event] = '2026-03-01';
          const fresh = planOf({ obligations }, { ...facts, happened, planned });
          const begun = obligations.filter(({ from }) => from === event).map(({ id }) => id);
          expect(new Set(fresh.map(({ templateId }) => templateId))).toEqual(new Set(begun));
          expect(fresh).toHaveLength(begun.length);
          for (const { id } of fresh) planned.add(id);
        }
      }),
    );
  });
});
