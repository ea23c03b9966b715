import type { Percent } from '../money/amount';
import type { ContractLine } from './contract';

/** Where a line's unit prices come from. */
export type PriceOrigin =
  /** The two waterfalls, from the book's entry (PR-20). */
  | { readonly kind: 'book' }
  /** PR-14: an included option of a bundle costs nothing. */
  | { readonly kind: 'included'; readonly optionId: string }
  /** PR-14: of a bundle with a fixed price, what the line weighs in it: its list price. Its amounts are allocated afterwards. */
  | { readonly kind: 'bundle-part' }
  /** PR-50, PR-51: a line of a contract: renewed, or given back (`credit`: as the policy allows, or for nothing). */
  | {
      readonly kind: 'contract';
      readonly contractNumber: string;
      readonly line: ContractLine;
      readonly uplift: Percent | null;
      readonly credit: 'given' | 'refused' | null;
    };

export const bookOrigin: PriceOrigin = { kind: 'book' };

/** PR-50: what is given back: below zero, and without any discount. */
export const isCredit = (origin: PriceOrigin): boolean =>
  origin.kind === 'contract' && origin.credit !== null;
