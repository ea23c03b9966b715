import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf, encodeFrame, encodeHeader, headerBytes, scanSegment, type Check } from './frames';

const salt = new Uint8Array(16).fill(7);

function segment(payloads: readonly Uint8Array[], room = 0): { bytes: Uint8Array; ends: readonly number[] } {
  const parts = [encodeHeader(salt)];
  const ends = [headerBytes];
  let at = headerBytes;
  for (const payload of payloads) {
    const frame = encodeFrame(salt, at, payload);
    parts.push(frame);
    at += frame.length;
    ends.push(at);
  }
  const bytes = new Uint8Array(at + room);
  let filled = 0;
  for (const part of parts) {
    bytes.set(part, filled);
    filled += part.length;
  }
  return { bytes, ends };
}

const payload = (index: number): Uint8Array =>
  new TextEncoder().encode(`${String(index)}${'ż'.repeat(index % 7)}`);
const payloadsArbitrary = fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 20 });

/** The same bytes at the same place have the same check: half a million prefixes are scanned without working it out anew. */
function remembering(): Check {
  const known = new Map<number, { payload: Uint8Array; check: Uint8Array }>();
  return (ofSalt, at, ofPayload) => {
    const before = known.get(at);
    if (before?.payload.length === ofPayload.length && before.payload.buffer === ofPayload.buffer) {
      return before.check;
    }
    const check = checkOf(ofSalt, at, ofPayload);
    known.set(at, { payload: ofPayload, check });
    return check;
  };
}

describe('SY-2 a segment of the journal', () => {
  it('cut at any byte gives the longest valid prefix: 1,000 records, every offset', () => {
    const payloads = Array.from({ length: 1_000 }, (_, index) => payload(index));
    const { bytes, ends } = segment(payloads);
    const check = remembering();
    let whole = 0;
    let wrong = 0;
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      while (whole < 1_000 && (ends[whole + 1] ?? 0) <= cut) whole += 1;
      const scan = scanSegment(bytes.subarray(0, cut), check);
      const right =
        scan.type === 'scanned' &&
        scan.payloads.length === whole &&
        scan.salvaged.length === 0 &&
        scan.end === (cut < headerBytes ? 0 : ends[whole]) &&
        (whole === 0 ||
          scan.payloads[whole - 1]?.byteOffset === (ends[whole] ?? 0) - payload(whole - 1).length);
      if (!right) wrong += 1;
    }
    expect(bytes.length).toBeGreaterThan(20_000);
    expect(whole).toBe(1_000);
    expect(wrong).toBe(0);
    expect(scanSegment(bytes)).toMatchObject({ payloads, damagedBytes: 0 });
  });

  it('takes zeros behind it for room, and anything else for damage', () => {
    fc.assert(
      fc.property(
        payloadsArbitrary,
        fc.nat(200),
        fc.uint8Array({ maxLength: 40 }),
        (payloads, room, rest) => {
          const { bytes, ends } = segment(payloads, room + rest.length);
          bytes.set(rest, bytes.length - rest.length);
          const scan = scanSegment(bytes);
          const nonZero = rest.findLastIndex((byte) => byte !== 0) + 1;
          expect(scan).toMatchObject({ payloads, end: ends.at(-1), salvaged: [] });
          expect(scan.type === 'scanned' && scan.damagedBytes).toBe(nonZero === 0 ? 0 : room + nonZero);
        },
      ),
    );
  });

  it('one flipped bit costs at most the record it is in', () => {
    fc.assert(
      fc.property(payloadsArbitrary, fc.nat(), fc.nat(7), (payloads, place, bit) => {
        const { bytes, ends } = segment(payloads);
        const at = headerBytes + (place % Math.max(bytes.length - headerBytes, 1));
        if (at >= bytes.length) return;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const hurt = ends.findIndex((end) => end > at) - 1;
        const scan = scanSegment(bytes);
        if (scan.type !== 'scanned') throw new Error('not scanned');
        expect(scan.payloads).toEqual(payloads.slice(0, hurt));
        expect(scan.salvaged).toEqual(payloads.slice(hurt + 1));
        expect(scan.damagedBytes).toBeGreaterThan(0);
        expect(scan.damagedBytes).toBeLessThanOrEqual((ends[hurt + 1] ?? 0) - (ends[hurt] ?? 0));
      }),
    );
  });

  it('any number of flipped bits brings no record that was not written, and the records before the first stay', () => {
    fc.assert(
      fc.property(
        payloadsArbitrary,
        fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
        (payloads, flips) => {
          const { bytes, ends } = segment(payloads);
          for (const flip of flips) {
            const at = flip % bytes.length;
            bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
          }
          const first = Math.min(...flips.map((flip) => flip % bytes.length));
          const scan = scanSegment(bytes);
          if (scan.type !== 'scanned') return;
          const untouched = first < headerBytes ? 0 : ends.filter((end) => end <= first).length - 1;
          expect(scan.payloads.slice(0, untouched)).toEqual(
            first < headerBytes ? [] : payloads.slice(0, untouched),
          );
          for (const found of [...scan.payloads, ...scan.salvaged]) expect(payloads).toContainEqual(found);
        },
      ),
    );
  });

  it('any bytes at all are read without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
        const all = headed ? Uint8Array.of(...encodeHeader(salt), ...bytes) : bytes;
        const scan = scanSegment(all);
        expect(scan).toMatchObject({ type: 'scanned', payloads: [] });
      }),
    );
  });

  it('what stood on the disk before, of another segment or at another place, is no record of this one', () => {
    const { bytes } = segment([payload(1), payload(2)]);
    const other = encodeFrame(new Uint8Array(16).fill(8), bytes.length, payload(3));
    const moved = encodeFrame(salt, 5, payload(4));
    const scan = scanSegment(Uint8Array.of(...bytes, ...other, ...moved));
    expect(scan).toMatchObject({ payloads: [payload(1), payload(2)], salvaged: [] });
    expect(scan).toMatchObject({ damagedBytes: other.length + moved.length });
  });

  it('of a newer format is not read', () => {
    expect(scanSegment(encodeHeader(salt, 2))).toEqual({ type: 'too-new', version: 2 });
  });
});
