import { customerKeys } from '../same-customer/customer-keys';
import { readCustomer, type Customer } from '../same-customer/same-customer';
import type { RegistrationIndex } from '../registration-index';
import { fromBase64 } from './base64';
import { compareBytes } from './compare-bytes';
import { sealed, stretch, type KeyKind } from './index-hashes';

/**
 * OPP-5: by what a deal with this customer may be registered already, by somebody else. Empty: by nothing the index knows, which misses other
 * spellings than those that normalize alike. A hit may be by chance.
 */
export function lookUp(index: RegistrationIndex, customer: Customer): readonly KeyKind[] {
  const { names, taxIds, domains } = customerKeys(readCustomer(customer));
  const asked: readonly (readonly [KeyKind, string, readonly string[]])[] = [
    ['tax-id', index.taxIds, taxIds],
    ['domain', index.domains, domains],
    ['name', index.names, names],
  ];
  return asked.flatMap(([kind, hashes, keys]) => {
    const known = fromBase64(hashes);
    const isIn = (key: string): boolean =>
      has(known, index.bytes, sealed(stretch(kind, key, index.rounds), index.key, index.bytes));
    return keys.some(isIn) ? [kind] : [];
  });
}

function has(sorted: Uint8Array, size: number, wanted: Uint8Array): boolean {
  let low = 0;
  let high = Math.floor(sorted.length / size) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareBytes(sorted.subarray(middle * size, (middle + 1) * size), wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
