import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { sql } from 'kysely';
import { authorityMessage } from '#shared/domain/approval/verify-authority';
import type { AuthorityToken, DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import type { Partner } from '#shared/domain/partner/partner';
import type { Queries } from '../../db/database';

export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: string;
  /** As a partner's record carries it. */
  readonly publicKey: string;
}

/** PR-62: the newest key; made when there is none. One for all servers of a database. Call inside a transaction. */
export async function signingKey(queries: Queries, now: Date): Promise<SigningKey> {
  await sql`select pg_advisory_xact_lock(hashtext('signing key'))`.execute(queries);
  const row = await queries
    .selectFrom('signing_key')
    .select(['key_id', 'private_key', 'public_key'])
    .orderBy('created_at', 'desc')
    .orderBy('key_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return { keyId: row.key_id, privateKey: row.private_key, publicKey: row.public_key };
  const { secretKey, publicKey } = ed25519.keygen();
  const made = {
    keyId: `vendor-${now.toISOString().slice(0, 10)}-${bytesToHex(publicKey).slice(0, 8)}`,
    privateKey: bytesToHex(secretKey),
    publicKey: bytesToHex(publicKey),
  };
  await queries
    .insertInto('signing_key')
    .values({
      key_id: made.keyId,
      private_key: made.privateKey,
      public_key: made.publicKey,
      created_at: now,
    })
    .execute();
  return made;
}

/** PR-62: the token signed, with nothing of its budget spent. */
export const signAuthority = (token: AuthorityToken, key: SigningKey): DelegatedAuthority => ({
  id: token.id,
  partnerId: token.partnerId,
  token,
  keyId: key.keyId,
  signature: bytesToHex(ed25519.sign(authorityMessage(token), hexToBytes(key.privateKey))),
  uses: [],
});

/** The partner's record with the key's public half among those it knows; the same record when it is there already. */
export function knowingKey(partner: Partner, { keyId, publicKey }: SigningKey): Partner {
  const known = partner.signingKeys ?? [];
  if (known.some((key) => key.keyId === keyId)) return partner;
  return { ...partner, signingKeys: [...known, { keyId, publicKey }] };
}
