import { concatBytes } from '@noble/hashes/utils.js';
import { base64 } from './base64';
import { compareBytes } from './compare-bytes';
import { sealed, type KeyKind } from './index-hashes';
import type { RegistrationIndex } from '../registration-index';

/** One in so many keys of customers who are not registered is in it by chance: nobody can be sure of a hit. */
const chanceOfHit = 1 / 500;

/** The shortest hashes with which a look-up hits by chance no more often than that. */
export function bytesFor(count: number): number {
  for (let bytes = 2; bytes < 8; bytes += 1) {
    if (count / 256 ** bytes <= chanceOfHit) return bytes;
  }
  return 8;
}

export type StretchedKeys = Readonly<Record<KeyKind, readonly Uint8Array[]>>;

/** OPP-5: what one partner's devices are given of the live registrations of all others. */
export function buildIndex(
  of: Pick<RegistrationIndex, 'id' | 'partnerId' | 'builtAt' | 'key' | 'rounds'>,
  keys: StretchedKeys,
): RegistrationIndex {
  const bytes = bytesFor(Math.max(...Object.values(keys).map((some) => some.length)));
  const hashesOf = (some: readonly Uint8Array[]): string => {
    const hashes = some.map((stretched) => sealed(stretched, of.key, bytes)).toSorted(compareBytes);
    const distinct = hashes.filter(
      (hash, at) => at === 0 || compareBytes(hash, hashes[at - 1] ?? hash) !== 0,
    );
    return base64(concatBytes(...distinct));
  };
  return {
    ...of,
    bytes,
    names: hashesOf(keys.name),
    taxIds: hashesOf(keys['tax-id']),
    domains: hashesOf(keys.domain),
  };
}
