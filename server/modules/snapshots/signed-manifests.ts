import { signManifest } from '#shared/protocol/signed-manifest';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { signingKey } from '../signing/signing-key';
import { findStored, keepSigned, type StoredManifest } from './repository';

const isSigned = ({ manifest }: StoredManifest): boolean => 'signature' in manifest;
const vendor = { partnerId: '', role: 'admin' } as const;

/**
 * SY-7: the manifests as they are sent. One that an earlier release stored without a signature is signed the first time it is asked for, just
 * as it is; from then on every server sends that.
 */
export async function signedManifests(
  database: Database,
  stored: readonly StoredManifest[],
  clock: Clock,
): Promise<object[]> {
  const unsigned = stored.filter((one) => !isSigned(one));
  if (unsigned.length === 0) return stored.map(({ manifest }) => manifest);
  const signed = await database.transaction().execute(async (queries) => {
    const key = await signingKey(queries, clock());
    const kept = new Map<StoredManifest, object>();
    for (const one of unsigned) {
      await keepSigned(queries, one, signManifest(one.manifest, key));
      const now = await findStored(queries, vendor, one);
      if (now) kept.set(one, now.manifest);
    }
    return kept;
  });
  return stored.map((one) => signed.get(one) ?? one.manifest);
}
