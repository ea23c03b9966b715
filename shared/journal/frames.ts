import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/**
 * A journal segment as bytes, all numbers little-endian:
 *
 *     header  "FQJOURNL" | version u32 | salt 16 bytes | check 8 bytes
 *     record  0xF1 0x9E | length u32 | check 8 bytes | payload
 *     tail    zeros, room that is already the segment's
 *
 * A check is the first 8 bytes of a SHA-256. A record's covers the segment's salt and the record's place, so that nothing that stood on the
 * disk before, and no record at another place, is ever taken for one.
 */
export const formatVersion = 1;
/** Longer than any piece of work; a length beyond it is damage. */
export const maxPayloadBytes = 16_000_000;

const magic = new TextEncoder().encode('FQJOURNL');
const saltBytes = 16;
const checkBytes = 8;
export const headerBytes = magic.length + 4 + saltBytes + checkBytes;
const mark = [0xf1, 0x9e] as const;
const frameHeadBytes = mark.length + 4 + checkBytes;

export const frameBytes = (payloadBytes: number): number => frameHeadBytes + payloadBytes;

/** The check of a payload at a place of a segment. A parameter of scanning so that a test may remember what it worked out. */
export type Check = (salt: Uint8Array, at: number, payload: Uint8Array) => Uint8Array;

export const checkOf: Check = (salt, at, payload) =>
  sha256(concatBytes(salt, u32(at), u32(payload.length), payload)).subarray(0, checkBytes);

export function encodeHeader(salt: Uint8Array, version = formatVersion): Uint8Array {
  const said = concatBytes(magic, u32(version), salt);
  return concatBytes(said, sha256(said).subarray(0, checkBytes));
}

export const newSalt = (): Uint8Array => crypto.getRandomValues(new Uint8Array(saltBytes));

/** One record for the place `at` (bytes from the segment's start) of the segment with that salt. */
export const encodeFrame = (salt: Uint8Array, at: number, payload: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(...mark), u32(payload.length), checkOf(salt, at, payload), payload);

export type Scan =
  | {
      readonly type: 'scanned';
      /** The payloads of the longest valid prefix, in order. */
      readonly payloads: readonly Uint8Array[];
      /** Where that prefix ends, bytes from the start. */
      readonly end: number;
      /** Whole records found behind the first damage: they, too, were written once. */
      readonly salvaged: readonly Uint8Array[];
      /** Bytes behind the prefix that are neither room nor salvaged records. */
      readonly damagedBytes: number;
    }
  /** Written by a newer app; nothing of it is touched. */
  | { readonly type: 'too-new'; readonly version: number };

/** Reads any bytes whatever: what is a valid segment up to some point gives the records up to there. Never throws. */
export function scanSegment(bytes: Uint8Array, check: Check = checkOf): Scan {
  const header = readHeader(bytes);
  if (header === null) return { ...nothing, damagedBytes: withoutRoom(bytes, 0) };
  if (header.version > formatVersion) return { type: 'too-new', version: header.version };
  const { salt } = header;
  const payloads: Uint8Array[] = [];
  let end = headerBytes;
  for (;;) {
    const payload = readFrame(bytes, end, salt, check);
    if (payload === null) break;
    payloads.push(payload);
    end += frameBytes(payload.length);
  }
  const { salvaged, damagedBytes } = salvage(bytes, end, salt, check);
  return { type: 'scanned', payloads, end, salvaged, damagedBytes };
}

const nothing = { type: 'scanned', payloads: [], end: 0, salvaged: [] } as const;

function readHeader(bytes: Uint8Array): { version: number; salt: Uint8Array } | null {
  if (bytes.length < headerBytes || !magic.every((byte, index) => bytes[index] === byte)) return null;
  const said = bytes.subarray(0, headerBytes - checkBytes);
  if (!same(sha256(said).subarray(0, checkBytes), bytes.subarray(said.length, headerBytes))) return null;
  return { version: readU32(bytes, magic.length), salt: bytes.subarray(magic.length + 4, said.length) };
}

function readFrame(bytes: Uint8Array, at: number, salt: Uint8Array, check: Check): Uint8Array | null {
  if (at + frameHeadBytes > bytes.length || bytes[at] !== mark[0] || bytes[at + 1] !== mark[1]) return null;
  const length = readU32(bytes, at + mark.length);
  const start = at + frameHeadBytes;
  if (length === 0 || length > maxPayloadBytes || start + length > bytes.length) return null;
  const payload = bytes.subarray(start, start + length);
  return same(check(salt, at, payload), bytes.subarray(start - checkBytes, start)) ? payload : null;
}

/** Each record vouches for itself and its place: those behind a damaged one are found again. */
function salvage(bytes: Uint8Array, from: number, salt: Uint8Array, check: Check) {
  const salvaged: Uint8Array[] = [];
  const end = from + withoutRoom(bytes, from);
  let damagedBytes = 0;
  let at = from;
  while (at < end) {
    const next = bytes.indexOf(mark[0], at);
    const candidate = next === -1 || next > end ? end : next;
    damagedBytes += candidate - at;
    at = candidate;
    if (at === end) break;
    const payload = readFrame(bytes, at, salt, check);
    if (payload) salvaged.push(payload);
    else damagedBytes += 1;
    at += payload ? frameBytes(payload.length) : 1;
  }
  return { salvaged, damagedBytes };
}

/** How many bytes from `from` on until nothing but zeros follows. */
function withoutRoom(bytes: Uint8Array, from: number): number {
  let end = bytes.length;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return end - from;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  for (let index = 0; index < checkBytes; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

const readU32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;
