import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What an endpoint's address may be. Inside the vendor's own network only where the operator says so. */
export interface AddressPolicy {
  /** Private, loopback and link-local addresses too, and plain HTTP. */
  readonly allowPrivate: boolean;
}

export class AddressNotAllowed extends Error {}

/** Only what the whole internet can reach: no private network, no loopback, no cloud's own address at 169.254.169.254. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** What can be said of an address before it is looked up; undefined: nothing against it. */
export function whyNotAllowed(address: string, { allowPrivate }: AddressPolicy): string | undefined {
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'it names a user or password';
  if (allowPrivate) return undefined;
  if (url.protocol !== 'https:') return 'it is not https';
  const host = hostOf(url);
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return 'it is in a private network';
  return /(^|\.)(localhost|local|internal)$/i.test(host) ? 'it is in a private network' : undefined;
}

/** Without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Looks a name up and hands on only what is allowed: the connection is made to the very address that was checked, so a name that is told
 * differently the second time leads nowhere else. One bad address among several is enough to refuse.
 */
export const guardedLookup =
  ({ allowPrivate }: AddressPolicy): LookupFunction =>
  (name, { family }, done) => {
    lookup(name, { all: true, family: family === 4 || family === 6 ? family : 0 }, (error, found) => {
      if (error) return done(error, []);
      const bad = allowPrivate ? undefined : found.find(({ address }) => !isPublicAddress(address));
      return bad ? done(new AddressNotAllowed(`${name} is in a private network`), []) : done(null, found);
    });
  };
