import { countryCodes } from '#shared/domain/partner/country-codes';
import type { FactCondition } from '#shared/domain/rules/condition';
import { factOf, type RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSet } from '#shared/protocol/vendor-rules';

/** A question about a fact, without its answer yet. */
export const emptyFact = (kind: RuleSetKind, fact: string): FactCondition =>
  factOf(kind, fact)?.type === 'number'
    ? { kind: 'number', fact, compare: 'at-least', value: '' }
    : { kind: 'text', fact, anyOf: [] };

/** The values a fact can be asked for; null: any text may be typed. Regions are those of the rule set itself. */
export function choicesOf(
  kind: RuleSetKind,
  fact: string,
  known: RuleSet['known'],
  regions: readonly string[],
): readonly string[] | null {
  const definition = factOf(kind, fact);
  if (definition?.type === 'text' && definition.values) return definition.values;
  switch (fact) {
    case 'country':
      return countryCodes;
    case 'region':
      return regions;
    case 'currency':
      return Intl.supportedValuesOf('currency');
    case 'partner':
      return known.partners.map(({ id }) => id);
    case 'families':
      return known.families;
    default:
      return null;
  }
}
