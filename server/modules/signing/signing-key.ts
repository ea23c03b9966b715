import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sql } from 'kysely';
import type { PublicKey } from '#shared/lib/signed-json';
import type { Queries } from '../../db/database';

export interface SigningKey extends PublicKey {
  readonly privateKey: string;
}

/** PR-62, SY-7: the newest key; made when there is none. One for all servers of a database. Call inside a transaction. */
export async function signingKey(queries: Queries, now: Date): Promise<SigningKey> {
  const known = await newestKey(queries);
  if (known) return known;
  await sql`select pg_advisory_xact_lock(hashtext('signing key'))`.execute(queries);
  return (await newestKey(queries)) ?? makeKey(queries, now);
}

/** What was ever signed with is told to everyone who verifies, the newest first. */
export async function publicKeys(queries: Queries): Promise<PublicKey[]> {
  const rows = await queries
    .selectFrom('signing_key')
    .select(['key_id', 'public_key'])
    .orderBy('created_at', 'desc')
    .orderBy('key_id', 'desc')
    .execute();
  return rows.map(({ key_id: keyId, public_key: publicKey }) => ({ keyId, publicKey }));
}

async function newestKey(queries: Queries): Promise<SigningKey | undefined> {
  const row = await queries
    .selectFrom('signing_key')
    .select(['key_id', 'private_key', 'public_key'])
    .orderBy('created_at', 'desc')
    .orderBy('key_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { keyId: row.key_id, privateKey: row.private_key, publicKey: row.public_key };
}

async function makeKey(queries: Queries, now: Date): Promise<SigningKey> {
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
