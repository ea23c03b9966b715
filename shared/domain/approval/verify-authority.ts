import { verifyJson } from '../../lib/signed-json';
import type { Partner } from '../partner/partner';
import type { DelegatedAuthority } from './delegated-authority';

/**
 * PR-62: whether the vendor signed this very token. `keys` are the partner's own record of the vendor's public keys; the record around the
 * token must name the same authority and partner as the token itself.
 */
export function verifyAuthority(
  { id, partnerId, token, keyId, signature }: DelegatedAuthority,
  keys: NonNullable<Partner['signingKeys']>,
): boolean {
  if (token.id !== id || token.partnerId !== partnerId) return false;
  return verifyJson(token, { keyId, value: signature }, keys) === 'valid';
}
