import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Partner } from '../partner/partner';
import type { AuthorityToken, DelegatedAuthority } from './delegated-authority';

/** PR-62: the bytes that are signed: the token's RFC 8785 JSON in UTF-8. */
export function authorityMessage(token: AuthorityToken): Uint8Array {
  const json = canonicalize(token);
  // canonicalize gives nothing only for a value that is no JSON at all.
  if (json === undefined) throw new TypeError('A token is always JSON');
  return utf8ToBytes(json);
}

/**
 * PR-62: whether the vendor signed this very token. `keys` are the partner's own record of the vendor's public keys; the record around the
 * token must name the same authority and partner as the token itself.
 */
export function verifyAuthority(
  { id, partnerId, token, keyId, signature }: DelegatedAuthority,
  keys: NonNullable<Partner['signingKeys']>,
): boolean {
  if (token.id !== id || token.partnerId !== partnerId) return false;
  const key = keys.find((one) => one.keyId === keyId);
  if (!key) return false;
  try {
    return ed25519.verify(hexToBytes(signature), authorityMessage(token), hexToBytes(key.publicKey));
  } catch {
    // Bytes that are no signature or no point of the curve were not made by the vendor.
    return false;
  }
}
