import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const keyKinds = ['name', 'tax-id', 'domain'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** The same for everybody, so that the server does the slow part of each key once; what a partner gets is keyed besides. */
export const stretchSalt = 'fieldquote registration index 1';
export const stretchedBytes = 16;
export const stretchedText = (kind: KeyKind, key: string): string => `${kind}:${key}`;

/**
 * The slow part of a key's hash: what one guess costs. PBKDF2-HMAC-SHA-256 of the platform, which is some twenty times as fast as one in
 * JavaScript and not on the caller's thread.
 */
export async function stretch(kind: KeyKind, key: string, iterations: number): Promise<Uint8Array> {
  const text = utf8ToBytes(stretchedText(kind, key));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
  const salt = utf8ToBytes(stretchSalt);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, stretchedBytes * 8));
}

/** The partner's own keyed hash of a stretched key; its first bytes stand in the partner's index. `partnerKey` in hex. */
export const sealed = (stretched: Uint8Array, partnerKey: string): Uint8Array =>
  hmac(sha256, hexToBytes(partnerKey), stretched);
