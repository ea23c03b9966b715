import type { Decimal } from '../../money/amount';
import type { ConstraintTarget } from '../constraint';
import type { Localized } from '../localized';
import type { ConfigurationChange } from './configured-line';

/** What is wrong, in data: the screen says it in the person's language. Quantities are exact. */
export type IssueDetail =
  | { readonly kind: 'missing-required-option'; readonly optionId: string; readonly sku: string }
  | {
      readonly kind: 'too-few';
      readonly group: Localized;
      readonly chosen: number;
      readonly least: number;
    }
  | {
      readonly kind: 'too-many';
      readonly group: Localized;
      readonly chosen: number;
      readonly most: number;
    }
  /** Of a group of which only one can be: the SKUs that are there. */
  | { readonly kind: 'exclusive'; readonly group: Localized; readonly skus: readonly string[] }
  | {
      readonly kind: 'quantity-range';
      readonly sku: string;
      readonly quantity: Decimal;
      readonly least: Decimal | null;
      readonly most: Decimal | null;
    }
  | {
      readonly kind: 'unknown-option';
      readonly sku: string;
      readonly why: 'parent-missing' | 'not-a-bundle' | 'option-unknown';
    }
  | {
      readonly kind: 'requires';
      readonly sku: string;
      readonly target: ConstraintTarget;
      readonly needed: Decimal;
      readonly present: Decimal;
    }
  | { readonly kind: 'excludes'; readonly sku: string; readonly others: readonly string[] }
  | {
      readonly kind: 'attribute';
      readonly rule: 'sum';
      readonly attribute: string;
      readonly target: ConstraintTarget;
      readonly needed: Decimal;
      readonly present: Decimal;
    }
  /** Each value with the SKUs that have it, the commonest first. */
  | {
      readonly kind: 'attribute';
      readonly rule: 'equal';
      readonly attribute: string;
      readonly values: readonly { readonly value: string; readonly skus: readonly string[] }[];
    }
  | {
      readonly kind: 'recommends';
      readonly sku: string;
      readonly target: ConstraintTarget;
      readonly quantity: Decimal;
    }
  /** What the product requires, itself or by way of others, cannot stand beside it: the constraints that collide, by whose they are. */
  | {
      readonly kind: 'contradictory';
      readonly sku: string;
      readonly because: readonly { readonly sku: string; readonly explanation: Localized }[];
    }
  /** The bundle contains itself: the way from it back to it. */
  | { readonly kind: 'circular'; readonly path: readonly string[] };

/** Done in one step and undone in one. Each offered fix leaves fewer hard issues than before, and no new one. */
export interface Fix {
  readonly changes: readonly ConfigurationChange[];
}

/** CAT-4: something about the lines that does not fit, why, and what can be done about it with one click. */
export interface ConfigurationIssue {
  /** The same as long as the same thing is wrong. */
  readonly id: string;
  /** `hard`: has to be resolved before it can be ordered; `hint`: good to know. */
  readonly severity: 'hard' | 'hint';
  /** The lines it is about, the one it stands on first. */
  readonly lineIds: readonly string[];
  readonly detail: IssueDetail;
  /** The constraint's own words. */
  readonly explanation: Localized | null;
  /** Best first; worked out when first read. Empty when nothing offered would help. */
  readonly fixes: readonly Fix[];
}

/** An issue as it is found, with the first steps that could lead out of it, best first. */
export interface FoundIssue extends Omit<ConfigurationIssue, 'fixes'> {
  readonly ways: readonly (readonly ConfigurationChange[])[];
  /** Lines that take the issue with them when they go; each entry is a way on its own. */
  readonly removable: readonly (readonly string[])[];
}
