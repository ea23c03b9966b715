import { add, compare, multiply, subtract, zero, type Exact } from '../../money/exact';
import type { Constraint } from '../constraint';
import type { FoundIssue } from './issue';
import { attributeNumber, quantityText } from './quantities';
import { keyOf, type Rule } from './rule';
import { unitsIn, type CountedLine, type Situation } from './situation';
import { waysToHave } from './ways-to-have';

type AttributeConstraint = Extract<Constraint, { kind: 'attribute-sum' | 'attribute-equal' }>;

export const findAttributeIssues = (rule: Rule<AttributeConstraint>, situation: Situation): FoundIssue[] =>
  rule.constraint.kind === 'attribute-sum'
    ? notEnough({ ...rule, constraint: rule.constraint }, situation)
    : notEqual(rule, situation);

function notEnough(
  { constraint, carriers }: Rule<Extract<Constraint, { kind: 'attribute-sum' }>>,
  situation: Situation,
): FoundIssue[] {
  const { target, attribute, need, needAttribute, explanation } = constraint;
  const needed = carriers.reduce<Exact>((sum, { units, product }) => {
    const each =
      needAttribute === null ? { n: 1n, d: 1n } : (attributeNumber(product, needAttribute) ?? zero);
    return add(sum, multiply(multiply(units, unitsIn(need)), each));
  }, zero);
  const present = situation
    .ofTarget(target)
    .reduce<Exact>(
      (sum, { units, product }) => add(sum, multiply(units, attributeNumber(product, attribute) ?? zero)),
      zero,
    );
  if (compare(present, needed) >= 0) return [];
  const lineIds = carriers.map(({ line }) => line.id);
  // A product without the attribute would never be enough.
  const useful = {
    ...target,
    skus: target.skus.filter((sku) => {
      const product = situation.productOf(sku);
      return product && attributeNumber(product, attribute);
    }),
  };
  const worth = (product: CountedLine['product']) => attributeNumber(product, attribute) ?? null;
  const ways = waysToHave(useful, subtract(needed, present), worth, carriers, situation);
  return [
    {
      id: keyOf(constraint),
      severity: 'hard',
      lineIds,
      detail: {
        kind: 'attribute',
        rule: 'sum',
        attribute,
        target,
        needed: quantityText(needed),
        present: quantityText(present),
      },
      explanation,
      ways,
      removable: [lineIds],
    },
  ];
}

function notEqual({ constraint, carriers }: Rule<AttributeConstraint>, situation: Situation): FoundIssue[] {
  const { target, attribute, explanation } = constraint;
  const byValue = new Map<string, Set<CountedLine>>();
  for (const line of [...carriers, ...situation.ofTarget(target)]) {
    const value = line.product.attributes[attribute];
    if (value === undefined) continue;
    byValue.set(value, (byValue.get(value) ?? new Set()).add(line));
  }
  if (byValue.size < 2) return [];
  const groups = [...byValue].toSorted(([, a], [, b]) => b.size - a.size);
  const idsOf = (lines: ReadonlySet<CountedLine>): string[] => [...lines].map(({ line }) => line.id);
  // The rarest goes first: most of the quote then stays.
  const removable = groups.map(([kept]) =>
    groups.flatMap(([value, lines]) => (value === kept ? [] : idsOf(lines))),
  );
  return [
    {
      id: keyOf(constraint),
      severity: 'hard',
      lineIds: removable[0]?.concat(idsOf(groups[0]?.[1] ?? new Set())) ?? [],
      detail: {
        kind: 'attribute',
        rule: 'equal',
        attribute,
        values: groups.map(([value, lines]) => ({
          value,
          skus: [...new Set([...lines].map(({ product }) => product.sku))],
        })),
      },
      explanation,
      ways: [],
      removable,
    },
  ];
}
