import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** An Ed25519 public key (32 bytes, lower-case hex) by its name. */
export interface PublicKey {
  readonly keyId: string;
  readonly publicKey: string;
}

/** The bytes that are signed: the value's RFC 8785 JSON in UTF-8. Throws TypeError for what is no JSON. */
export function jsonMessage(value: unknown): Uint8Array {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Only JSON can be signed');
  return utf8ToBytes(json);
}

/** Ed25519 over `jsonMessage(value)`: 64 bytes in lower-case hex. `privateKey` is 32 bytes in hex. */
export const signJson = (value: unknown, privateKey: string): string =>
  bytesToHex(ed25519.sign(jsonMessage(value), hexToBytes(privateKey)));

/** Whether one of `keys` made this signature over this very value. Never throws. */
export function verifyJson(
  value: unknown,
  signature: { readonly keyId: string; readonly value: string },
  keys: readonly PublicKey[],
): 'valid' | 'unknown-key' | 'wrong' {
  const key = keys.find(({ keyId }) => keyId === signature.keyId);
  if (!key) return 'unknown-key';
  try {
    const bytes = hexToBytes(signature.value);
    return ed25519.verify(bytes, jsonMessage(value), hexToBytes(key.publicKey)) ? 'valid' : 'wrong';
  } catch {
    // Bytes that are no signature, no point of the curve or no JSON were not signed by that key.
    return 'wrong';
  }
}
