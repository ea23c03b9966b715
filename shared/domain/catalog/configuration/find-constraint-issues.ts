import { add, compare, multiply, subtract, zero, type Exact } from '../../money/exact';
import type { Constraint } from '../constraint';
import { contradictionOf } from './contradiction';
import { findAttributeIssues } from './find-attribute-issues';
import type { FoundIssue } from './issue';
import { quantityText } from './quantities';
import { keyOf, type Rule } from './rule';
import { sumOf, unitsIn, type CountedLine, type Situation } from './situation';
import { waysToHave } from './ways-to-have';

/** CAT-4: what the products' constraints say about the lines that count. */
export function findConstraintIssues(situation: Situation): FoundIssue[] {
  const { impossible, issues } = contradictions(situation);
  const rules = rulesOf(situation.counted.filter(({ product }) => !impossible.has(product.sku)));
  return [
    ...issues,
    ...rules.flatMap(({ constraint, carriers }): FoundIssue[] => {
      switch (constraint.kind) {
        case 'requires':
        case 'recommends':
          return wanted({ constraint, carriers }, situation);
        case 'excludes':
          return carriers.flatMap((carrier) => excluded(constraint, carrier, situation));
        default:
          return findAttributeIssues({ constraint, carriers }, situation);
      }
    }),
  ];
}

function rulesOf(counted: readonly CountedLine[]): Rule[] {
  const rules = new Map<string, { constraint: Constraint; carriers: CountedLine[] }>();
  for (const line of counted) {
    for (const constraint of line.product.constraints ?? []) {
      const key = keyOf(constraint);
      const known = rules.get(key);
      if (known) known.carriers.push(line);
      else rules.set(key, { constraint, carriers: [line] });
    }
  }
  return [...rules.values()];
}

function contradictions({ counted, productOf }: Situation): {
  readonly impossible: ReadonlySet<string>;
  readonly issues: readonly FoundIssue[];
} {
  const issues: FoundIssue[] = [];
  const impossible = new Set<string>();
  for (const product of new Map(counted.map((line) => [line.product.sku, line.product])).values()) {
    const because = contradictionOf(product, productOf);
    if (!because) continue;
    impossible.add(product.sku);
    const lineIds = counted.filter((line) => line.product.sku === product.sku).map(({ line }) => line.id);
    issues.push({
      id: `contradictory:${product.sku}`,
      severity: 'hard',
      lineIds,
      detail: { kind: 'contradictory', sku: product.sku, because },
      explanation: null,
      ways: [],
      removable: [lineIds],
    });
  }
  return { impossible, issues };
}

/** How many the carriers need together: for each of their units, or however many they are. */
function neededBy({ constraint, carriers }: Rule<Extract<Constraint, { quantity: unknown }>>): Exact {
  const least = unitsIn(constraint.quantity.least);
  return constraint.quantity.per === 'fixed'
    ? least
    : carriers.reduce((sum, { units }) => add(sum, multiply(units, least)), zero);
}

function wanted(
  rule: Rule<Extract<Constraint, { kind: 'requires' | 'recommends' }>>,
  situation: Situation,
): FoundIssue[] {
  const { constraint, carriers } = rule;
  const { target, kind, explanation } = constraint;
  const own = new Set(carriers.map(({ line }) => line.id));
  const others = situation.ofTarget(target).filter(({ line }) => !own.has(line.id));
  const needed = neededBy(rule);
  const present = sumOf(others);
  // Whoever has some of what is only recommended has decided.
  const enough = kind === 'recommends' ? others.length > 0 : compare(present, needed) >= 0;
  const [first] = carriers;
  if (enough || !first) return [];
  const ways = waysToHave(target, subtract(needed, present), () => null, carriers, situation);
  const { sku } = first.product;
  const lineIds = [...own];
  return [
    {
      id: keyOf(constraint),
      severity: kind === 'requires' ? 'hard' : 'hint',
      lineIds,
      detail:
        kind === 'requires'
          ? { kind, sku, target, needed: quantityText(needed), present: quantityText(present) }
          : { kind, sku, target, quantity: quantityText(needed) },
      explanation,
      ways,
      removable: kind === 'requires' ? [lineIds] : [],
    },
  ];
}

function excluded(
  { id, target, explanation }: Constraint,
  { line, product }: CountedLine,
  situation: Situation,
): FoundIssue[] {
  const others = situation.ofTarget(target).filter((other) => other.line.id !== line.id);
  if (others.length === 0) return [];
  const otherIds = others.map((other) => other.line.id);
  return [
    {
      id: `excludes:${id}:${line.id}`,
      severity: 'hard',
      lineIds: [line.id, ...otherIds],
      detail: {
        kind: 'excludes',
        sku: product.sku,
        others: [...new Set(others.map((other) => other.product.sku))],
      },
      explanation,
      ways: [],
      removable: [otherIds, [line.id]],
    },
  ];
}
