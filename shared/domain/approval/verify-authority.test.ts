import { describe, expect, it } from 'vitest';
import type { DelegatedAuthority } from './delegated-authority';
import { signed, testSigningKeys } from './signed-authority.test-kit';
import { verifyAuthority } from './verify-authority';

const verify = (changes: Partial<DelegatedAuthority>) =>
  verifyAuthority({ ...signed(), ...changes }, testSigningKeys);

describe('PR-62 a delegated authority is what the vendor signed', () => {
  it('verifies with the partner’s copy of the vendor’s key, however its fields are ordered', () => {
    const { token } = signed();
    const reordered = Object.fromEntries(Object.entries(token).toReversed()) as typeof token;
    expect(verify({})).toBe(true);
    expect(verify({ token: reordered })).toBe(true);
    // What was spent is not in the token.
    expect(verify({ uses: [{ quoteId: 'q', quoteRevision: 1, amount: '1' }] })).toBe(true);
  });

  it.each([
    ['a larger budget', { token: { ...signed().token, budget: { amount: '1000.00', currency: 'EUR' } } }],
    ['a later end', { token: { ...signed().token, validUntil: '2027-01-01' } }],
    ['another person', { token: { ...signed().token, personId: 'rep-2' } }],
    ['another record’s id', { id: 'authority-2' }],
    ['another partner’s record', { partnerId: 'partner-2' }],
    ['a key nobody knows', { keyId: 'other' }],
    ['a signature of zeros', { signature: '0'.repeat(128) }],
    ['a signature that is no hex', { signature: 'z'.repeat(128) }],
  ])('not with %s', (_what, changes) => {
    expect(verify(changes)).toBe(false);
  });

  it('not with another key under the same name, nor with one that is no point of the curve', () => {
    for (const publicKey of ['ab'.repeat(32), 'ff'.repeat(32)]) {
      expect(verifyAuthority(signed(), [{ keyId: 'test', publicKey }])).toBe(false);
    }
    expect(verifyAuthority(signed(), [])).toBe(false);
  });
});
