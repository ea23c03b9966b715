import { describe, expect, it } from 'vitest';
import { AddressNotAllowed, guardedLookup, isPublicAddress, whyNotAllowed } from './allowed-address';

describe('ADM-3 where webhooks may go', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ])('%s is not on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['http://example.com/', 'it is not https'],
    ['https://user:secret@example.com/', 'it names a user or password'],
    ['https://localhost/', 'it is in a private network'],
    ['https://db.internal/', 'it is in a private network'],
    ['https://127.1/', 'it is in a private network'],
    ['https://0x7f000001/', 'it is in a private network'],
    ['https://2130706433/', 'it is in a private network'],
    ['https://[::1]/', 'it is in a private network'],
    ['https://[::ffff:169.254.169.254]/', 'it is in a private network'],
  ])('%s: %s', (url, why) => {
    expect(whyNotAllowed(url, { allowPrivate: false })).toBe(why);
  });

  it('a name is looked up, and what it leads to is looked at', async () => {
    const found = (allowPrivate: boolean) =>
      new Promise((done) => {
        guardedLookup({ allowPrivate })('localhost', { all: true }, (error, addresses) =>
          done(error ?? addresses),
        );
      });
    expect(await found(false)).toBeInstanceOf(AddressNotAllowed);
    expect(await found(true)).toContainEqual(expect.objectContaining({ address: '127.0.0.1' }));
  });

  it('the operator may allow one’s own network', () => {
    expect(whyNotAllowed('http://10.0.0.5:8080/hooks', { allowPrivate: true })).toBeUndefined();
    expect(whyNotAllowed('https://example.com/hooks', { allowPrivate: false })).toBeUndefined();
  });
});
