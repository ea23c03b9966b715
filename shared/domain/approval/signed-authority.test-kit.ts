import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AuthorityToken, DelegatedAuthority } from './delegated-authority';
import { jsonMessage } from '../../lib/signed-json';

/** A key pair of tests alone. */
const secretKey = new Uint8Array(32).fill(7);
export const testSigningKeys = [{ keyId: 'test', publicKey: bytesToHex(ed25519.getPublicKey(secretKey)) }];

/** 5 points more for rep-1 on anything in March 2026, up to 100.00 EUR. */
export const aToken = (changes: Partial<AuthorityToken> = {}): AuthorityToken => ({
  id: 'authority-1',
  partnerId: 'partner-1',
  personId: 'rep-1',
  family: null,
  maxExtraDiscount: '5',
  budget: { amount: '100.00', currency: 'EUR' },
  validFrom: '2026-03-01',
  validUntil: '2026-04-01',
  ...changes,
});

export function signed(
  changes: Partial<AuthorityToken> = {},
  uses: DelegatedAuthority['uses'] = [],
): DelegatedAuthority {
  const token = aToken(changes);
  const signature = bytesToHex(ed25519.sign(jsonMessage(token), secretKey));
  return { id: token.id, partnerId: token.partnerId, token, keyId: 'test', signature, uses };
}
