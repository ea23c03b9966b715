import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const longest = 120;

/**
 * A person's folder: a name that is safe on every file system (also those that take a and A for one) and another for every person. Plain ids
 * stay readable; other bytes stand as _ and two hexadecimal digits.
 */
export function personFolder(userId: string): string {
  const name = Array.from(new TextEncoder().encode(userId), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[a-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
  }).join('');
  // `~` stands in no other name.
  return name.length > 0 && name.length <= longest
    ? `u${name}`
    : `~${bytesToHex(sha256(new TextEncoder().encode(userId)))}`;
}
