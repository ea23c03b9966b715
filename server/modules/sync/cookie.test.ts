import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordTypes } from '#shared/domain/records';
import { pullRequestSchema } from '#shared/protocol/pull';
import { decodeCookie, decodePage, encodeCookie, encodePage, type Realm } from './cookie';

const realm: Realm = { epoch: crypto.randomUUID(), partnerId: 'partner-1', protocolVersion: 2 };
const elsewhere: readonly Realm[] = [
  { ...realm, epoch: crypto.randomUUID() },
  { ...realm, partnerId: 'partner-2' },
  { ...realm, protocolVersion: 3 },
];

describe('cookies and pages', () => {
  it.each(recordTypes)('SY-5 a page that ends at a record of type %s can be continued', (type) => {
    const walk = { from: 3, began: 9, at: { version: 7, type, id: 'a-1' } };
    expect(decodePage(realm, encodePage(realm, walk))).toEqual(walk);
  });

  it('SY-6 are good in their own database, for their own partner and protocol version', () => {
    const cookie = encodeCookie(realm, 12);
    const page = encodePage(realm, { from: null, began: 9, at: { version: 7, type: 'quote', id: 'q' } });
    expect(decodeCookie(realm, cookie)).toBe(12);
    for (const other of elsewhere) {
      expect(decodeCookie(other, cookie)).toBeUndefined();
      expect(decodePage(other, page)).toBeUndefined();
    }
  });

  it('SY-17 a cookie of before there were two protocol versions is one of the first', () => {
    const { epoch, partnerId } = realm;
    const old = Buffer.from(JSON.stringify({ epoch, partnerId, version: 4 })).toString('base64url');
    expect(decodeCookie({ ...realm, protocolVersion: 1 }, old)).toBe(4);
    expect(decodeCookie(realm, old)).toBeUndefined();
  });

  it('fit into a request, whatever the ids', () => {
    const id = 'x'.repeat(64);
    const longest = { ...realm, partnerId: id };
    const most = Number.MAX_SAFE_INTEGER;
    const request = pullRequestSchema.safeParse({
      protocolVersion: 2,
      clientId: id,
      cookie: encodeCookie(longest, most),
      page: encodePage(longest, {
        from: most,
        began: most,
        at: { version: most, type: 'registrationRequest', id },
      }),
      refusedFrom: null,
    });
    expect(request.error).toBeUndefined();
  });

  it('never throw at what is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(btoa64)), (text) => {
        expect([decodeCookie(realm, text), decodePage(realm, text)]).toEqual([undefined, undefined]);
      }),
    );
  });
});

const btoa64 = (text: string): string => Buffer.from(text).toString('base64url');
