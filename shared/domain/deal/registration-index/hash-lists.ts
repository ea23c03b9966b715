import type { RegistrationIndex } from '../registration-index';
import { base64 } from './base64';
import type { KeyKind } from './index-hashes';

/** One in so many keys of customers who are not registered is in it by chance: nobody can be sure of a hit. */
const chanceOfHit = 1 / 500;

/** The shortest hashes with which a look-up hits by chance no more often than that. */
export function bytesFor(count: number): number {
  for (let bytes = 2; bytes < 6; bytes += 1) {
    if (count / 256 ** bytes <= chanceOfHit) return bytes;
  }
  return 6;
}

/** OPP-5: what of its keys' hashes under the partner's own key (`sealed`, whole) stands in a partner's index. */
export function hashLists(
  hashes: Readonly<Record<KeyKind, readonly Uint8Array[]>>,
): Pick<RegistrationIndex, 'bytes' | 'names' | 'taxIds' | 'domains'> {
  const bytes = bytesFor(Math.max(...Object.values(hashes).map((some) => some.length)));
  const listOf = (some: readonly Uint8Array[]): string => sortedList(some, bytes);
  return {
    bytes,
    names: listOf(hashes.name),
    taxIds: listOf(hashes['tax-id']),
    domains: listOf(hashes.domain),
  };
}

/** The first `bytes` of each as base64, sorted, each once. As numbers: sorting 100,000 byte strings takes ten times as long. */
function sortedList(hashes: readonly Uint8Array[], bytes: number): string {
  const numbers = new Float64Array(hashes.length);
  for (const [at, hash] of hashes.entries()) {
    let number = 0;
    for (let index = 0; index < bytes; index += 1) number = number * 256 + (hash[index] ?? 0);
    numbers[at] = number;
  }
  const distinct = numbers.sort().filter((number, at) => at === 0 || number !== numbers[at - 1]);
  const list = new Uint8Array(distinct.length * bytes);
  for (const [at, number] of distinct.entries()) {
    let rest = number;
    for (let index = bytes - 1; index >= 0; index -= 1) {
      list[at * bytes + index] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  return base64(list);
}
