import type { ConfiguredLine } from './configured-line';
import { findBundleIssues } from './find-bundle-issues';
import { findConstraintIssues } from './find-constraint-issues';
import { findFixes } from './find-fixes';
import type { ConfigurationIssue, Fix, FoundIssue } from './issue';
import { situationOf, type ProductOf } from './situation';

export interface CheckOptions {
  /** Whether a fix may add the SKU: it has a price and is on sale. Without it: every product that is known. */
  readonly offerable?: (sku: string) => boolean;
}

/**
 * CAT-3, CAT-4: everything about the lines that does not fit together, hard issues first, in the order of their lines. Lines whose product is
 * not known are left alone. The fixes are worked out when they are first read.
 */
export function checkConfiguration(
  lines: readonly ConfiguredLine[],
  productOf: ProductOf,
  { offerable = () => true }: CheckOptions = {},
): readonly ConfigurationIssue[] {
  const place = new Map(lines.map(({ id }, at) => [id, at]));
  const placeOf = ({ lineIds: [first = ''] }: FoundIssue): number => place.get(first) ?? lines.length;
  const canAdd = (sku: string): boolean => productOf(sku) !== undefined && offerable(sku);
  return findIssues(lines, productOf)
    .toSorted((a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b))
    .map((found) => {
      const { ways: _ways, removable: _removable, ...issue } = found;
      let fixes: readonly Fix[] | undefined;
      return {
        ...issue,
        get fixes() {
          fixes ??= findFixes(found, lines, (tried) => findIssues(tried, productOf), canAdd);
          return fixes;
        },
      };
    });
}

const rank = ({ severity }: FoundIssue): number => (severity === 'hard' ? 0 : 1);

function findIssues(lines: readonly ConfiguredLine[], productOf: ProductOf): FoundIssue[] {
  const situation = situationOf(lines, productOf);
  return [...findBundleIssues(situation), ...findConstraintIssues(situation)];
}
