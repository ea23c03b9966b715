import type { AuthorityToken, DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import type { Partner } from '#shared/domain/partner/partner';
import { signJson } from '#shared/lib/signed-json';
import type { SigningKey } from '../signing/signing-key';

/** PR-62: the token signed, with nothing of its budget spent. */
export const signAuthority = (token: AuthorityToken, key: SigningKey): DelegatedAuthority => ({
  id: token.id,
  partnerId: token.partnerId,
  token,
  keyId: key.keyId,
  signature: signJson(token, key.privateKey),
  uses: [],
});

/** The partner's record with the key's public half among those it knows; the same record when it is there already. */
export function knowingKey(partner: Partner, { keyId, publicKey }: SigningKey): Partner {
  const known = partner.signingKeys ?? [];
  if (known.some((key) => key.keyId === keyId)) return partner;
  return { ...partner, signingKeys: [...known, { keyId, publicKey }] };
}
