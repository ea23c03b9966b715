import type { Bundle } from '../bundle';
import type { Decimal } from '../../money/amount';

export interface ChosenOption {
  readonly optionId: string;
  readonly sku: string;
  readonly quantity: Decimal;
}

/**
 * CAT-3: what a bundle holds before anyone has chosen: everything included and required, and of the groups that ask for more the first
 * options until there are enough. In the bundle's order.
 */
export function defaultComponents({ groups }: Bundle): readonly ChosenOption[] {
  return groups.flatMap(({ options, choose }) => {
    const given = options.filter(({ kind }) => kind !== 'optional').length;
    const more = new Set(
      options.filter(({ kind }) => kind === 'optional').slice(0, Math.max(0, choose.min - given)),
    );
    return options
      .filter((option) => option.kind !== 'optional' || more.has(option))
      .map(({ id: optionId, sku, quantity }) => ({ optionId, sku, quantity }));
  });
}
