import { customerKeys } from '../same-customer/customer-keys';
import { readCustomer, type Customer } from '../same-customer/same-customer';
import type { RegistrationIndex } from '../registration-index';
import { fromBase64 } from './base64';
import { compareBytes } from './compare-bytes';
import { keyKinds, sealed, stretch, type KeyKind } from './index-hashes';

/**
 * OPP-5: by what a deal with this customer may be registered already, by somebody else. Empty: by nothing the index knows, which misses other
 * spellings than those that normalize alike. A hit may be by chance.
 */
export async function lookUp(index: RegistrationIndex, customer: Customer): Promise<readonly KeyKind[]> {
  const { names, taxIds, domains } = customerKeys(readCustomer(customer));
  const asked: readonly (readonly [KeyKind, string, readonly string[]])[] = [
    ['tax-id', index.taxIds, taxIds],
    ['domain', index.domains, domains],
    ['name', index.names, names],
  ];
  const found = await Promise.all(
    asked.flatMap(([kind, hashes, keys]) =>
      keys.map(async (key) => {
        const hash = sealed(await stretch(kind, key, index.rounds), index.key);
        return has(hashes, index.bytes, hash.subarray(0, index.bytes)) ? kind : null;
      }),
    ),
  );
  return keyKinds.filter((kind) => found.includes(kind));
}

/** Reads the few hashes it asks for out of the base64: reading all of a large index would hold the screen up. */
function has(sorted: string, size: number, wanted: Uint8Array): boolean {
  let low = 0;
  let high = Math.floor(bytesIn(sorted) / size) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareBytes(bytesAt(sorted, middle * size, size), wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

const bytesIn = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** `size` bytes from `from` on; four letters are three bytes. */
function bytesAt(text: string, from: number, size: number): Uint8Array {
  const first = Math.floor(from / 3);
  const bytes = fromBase64(text.slice(first * 4, Math.ceil((from + size) / 3) * 4));
  return bytes.subarray(from - first * 3, from - first * 3 + size);
}
