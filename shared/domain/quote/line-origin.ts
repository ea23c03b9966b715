import type { Product } from '../catalog/product';
import type { PricingPolicy } from '../pricing/policy';
import { bookOrigin, type PriceOrigin } from '../pricing/price-origin';
import type { BundlePlace } from './bundle-place';
import type { ContractChange } from './contract-change';
import { isLeftOut } from './outside-totals';
import type { QuoteLine } from './quote';

export interface LineSource {
  readonly line: QuoteLine;
  readonly product: Product;
  readonly place: BundlePlace | null;
  /** A contract's line whose price counts (PR-50, PR-51). */
  readonly contracted: ContractChange | null;
  readonly policy: PricingPolicy;
}

/** Where a line's unit price comes from: a contract, the bundle it is a part of, or its book. */
export function originOf({ line, product, place, contracted, policy }: LineSource): PriceOrigin {
  if (contracted) {
    const { action, contract, contractLine } = contracted;
    return {
      kind: 'contract',
      contractNumber: contract.number,
      line: contractLine,
      uplift: action === 'renew' && policy.renewal.kind === 'uplift' ? policy.renewal.percent : null,
      credit: action === 'renew' ? null : policy.creditReductions ? 'given' : 'refused',
    };
  }
  if (place && sharesFixedPrice(line, product, place)) return { kind: 'bundle-part' };
  if (place?.option.kind === 'included') return { kind: 'included', optionId: place.option.id };
  return bookOrigin;
}

/**
 * PR-14, PR-152: whether a part has its share of its bundle's fixed price: not what is left out though the bundle is not, not what is
 * charged by use, and not what changes a contract.
 */
const sharesFixedPrice = (line: QuoteLine, { charge }: Product, { parent, bundle }: BundlePlace): boolean =>
  bundle.pricing === 'fixed' &&
  charge.kind !== 'usage' &&
  !isLeftOut(line) &&
  !line.contractChange &&
  parent.contractChange?.action !== 'reduce';
