import { z } from 'zod';
import { err, ok, type Result } from '../lib/result';
import { signJson, verifyJson, type PublicKey } from '../lib/signed-json';
import { manifestSchema, signatureSchema, type Manifest } from './snapshot';

/** Why a manifest is not used. `not-a-manifest`: it has not the shape of one this version can read. */
export type ManifestRefusal = 'not-a-manifest' | 'unsigned' | 'unknown-key' | 'wrong-signature';

const envelopeSchema = z.looseObject({ signature: signatureSchema.optional() });

/**
 * SY-7: the manifest in an answer, once one of `keys` is found to have signed it. `received` is the JSON just as it came: what the schema
 * does not know is signed too, and what it fills in is not.
 */
export function readSignedManifest(
  received: unknown,
  keys: readonly PublicKey[],
): Result<Manifest, ManifestRefusal> {
  const manifest = manifestSchema.safeParse(received);
  const envelope = envelopeSchema.safeParse(received);
  if (!manifest.success || !envelope.success) return err('not-a-manifest');
  const { signature, ...signed } = envelope.data;
  if (!signature) return err('unsigned');
  const verdict = verifyJson(signed, signature, keys);
  if (verdict === 'unknown-key') return err('unknown-key');
  return verdict === 'valid' ? ok(manifest.data) : err('wrong-signature');
}

/** SY-7: the same manifest, signed. What else it holds stays as it is, member for member. */
export function signManifest<T extends object>(
  manifest: T,
  { keyId, privateKey }: { readonly keyId: string; readonly privateKey: string },
): T & { readonly signature: z.infer<typeof signatureSchema> } {
  const { signature: _old, ...content } = manifest as T & { readonly signature?: unknown };
  return { ...manifest, signature: { keyId, value: signJson(content, privateKey) } };
}
