import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const keyKinds = ['name', 'tax-id', 'domain'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** The same for everybody, so that the server does the slow part of each key once; what a partner gets is keyed besides. */
export const stretchSalt = 'fieldquote registration index 1';
export const stretchedBytes = 16;
export const stretchedText = (kind: KeyKind, key: string): string => `${kind}:${key}`;

/** The slow part of a key's hash: what one guess costs. PBKDF2-HMAC-SHA-256. */
export const stretch = (kind: KeyKind, key: string, rounds: number): Uint8Array =>
  pbkdf2(sha256, utf8ToBytes(stretchedText(kind, key)), utf8ToBytes(stretchSalt), {
    c: rounds,
    dkLen: stretchedBytes,
  });

/** The partner's own keyed hash of a stretched key; its first bytes stand in the partner's index. `partnerKey` in hex. */
export const sealed = (stretched: Uint8Array, partnerKey: string): Uint8Array =>
  hmac(sha256, hexToBytes(partnerKey), stretched);
