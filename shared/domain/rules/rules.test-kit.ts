import fc from 'fast-check';
import { segments } from '../deal/account';
import type { Condition } from './condition';
import type { LeadFacts } from './facts';

export const text = (fact: string, ...anyOf: string[]): Condition => ({ kind: 'text', fact, anyOf });
export const number = (
  fact: string,
  compare: 'below' | 'at-most' | 'at-least' | 'above',
  value: string,
): Condition => ({ kind: 'number', fact, compare, value });
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });

export const aLeadsFacts = (changes: Partial<LeadFacts> = {}): LeadFacts => ({
  country: 'PL',
  region: 'EU',
  segment: 'mid-market',
  families: ['Storage'],
  amount: '20000',
  currency: 'EUR',
  source: 'Fair',
  ...changes,
});

const countries = ['PL', 'DE', 'KZ'];
const families = ['Storage', 'Backup'];
const amounts = ['0', '1', '2', '2.5', '3'];

/** Few values, so that conditions meet each other. */
export const arbitraryFacts: fc.Arbitrary<LeadFacts> = fc.record({
  country: fc.constantFrom(...countries, 'elsewhere'),
  region: fc.constantFrom('EU', 'Asia', 'elsewhere', null),
  segment: fc.constantFrom(...segments),
  families: fc.subarray([...families, 'other']),
  amount: fc.constantFrom(...amounts, '1.5', '4', null),
  currency: fc.constantFrom('EUR', 'elsewhere', null),
  source: fc.constantFrom('Fair', 'elsewhere'),
});

const arbitraryLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(countries, { minLength: 1 }).map((values) => text('country', ...values)),
  fc.subarray(['EU', 'Asia'], { minLength: 1 }).map((values) => text('region', ...values)),
  fc.subarray([...segments], { minLength: 1 }).map((values) => text('segment', ...values)),
  fc.subarray(families, { minLength: 1 }).map((values) => text('families', ...values)),
  fc.constant(text('currency', 'EUR')),
  fc
    .tuple(fc.constantFrom('below', 'at-most', 'at-least', 'above'), fc.constantFrom(...amounts))
    .map(([compare, value]) => number('amount', compare, value)),
);

export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    arbitraryLeaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => any(...of)),
    tie('condition').map(not),
  ),
})).condition;
