import type { Validity } from './priced';

const order: readonly Validity['because'][] = [
  'quote',
  'price-book',
  'price-entry',
  'agreement',
  'promotion',
  'deal-registration',
  'special-bid',
];

/** PR-31: the earliest end; of equal ones in the order above, then by name (PR-109). */
export function bindingValidity(own: Validity, others: readonly Validity[]): Validity {
  return others.reduce((earliest, bound) => (endsBefore(bound, earliest) ? bound : earliest), own);
}

function endsBefore(a: Validity, b: Validity): boolean {
  if (a.until !== b.until) return a.until < b.until;
  if (a.because !== b.because) return order.indexOf(a.because) < order.indexOf(b.because);
  return a.name < b.name;
}
