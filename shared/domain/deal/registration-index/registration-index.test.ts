import { expect, it } from 'vitest';
import { customerKeys } from '../same-customer/customer-keys';
import { readCustomer, type Customer } from '../same-customer/same-customer';
import type { RegistrationIndex } from '../registration-index';
import { bytesFor, hashLists } from './hash-lists';
import { sealed, stretch, type KeyKind } from './index-hashes';
import { lookUp } from './look-up';

const rounds = 2;
const key = 'ab'.repeat(32);
const of = { id: 'index-1', partnerId: 'partner-1', builtAt: '2026-03-10T10:00:00.000Z', key, rounds };
const indexOf = (customers: readonly Customer[], partner = of): RegistrationIndex => {
  const keys = customers.map((customer) => customerKeys(readCustomer(customer)));
  const hashes = (kind: KeyKind, texts: readonly string[]): Uint8Array[] =>
    texts.map((text) => sealed(stretch(kind, text, rounds), partner.key));
  const lists = hashLists({
    name: hashes(
      'name',
      keys.flatMap(({ names }) => names),
    ),
    'tax-id': hashes(
      'tax-id',
      keys.flatMap(({ taxIds }) => taxIds),
    ),
    domain: hashes(
      'domain',
      keys.flatMap(({ domains }) => domains),
    ),
  });
  return { ...partner, ...lists };
};
const registered = { name: 'ООО «Полярная Сова»', taxId: '7707083893', country: 'RU', website: 'sova.ru' };

it('OPP-5 finds a registered customer by name in other spellings, tax id or domain', () => {
  const index = indexOf([registered]);
  expect(lookUp(index, { name: 'Polyarnaya Sova', country: 'RU' })).toEqual(['name']);
  expect(lookUp(index, { name: 'Anything', country: 'RU', taxId: 'RU 7707083893' })).toEqual(['tax-id']);
  expect(lookUp(index, { name: 'Anything', country: 'RU', website: 'https://www.sova.ru/o-nas' })).toEqual([
    'domain',
  ]);
  expect(lookUp(index, { name: 'Polarnaya Lisa', country: 'RU' })).toEqual([]);
  expect(lookUp(index, { name: 'Polyarnaya Sova', country: 'KZ' })).toEqual([]);
});

it('OPP-5 holds no name, and nothing that another partner’s index holds', () => {
  const [mine, theirs] = [indexOf([registered]), indexOf([registered], { ...of, key: 'cd'.repeat(32) })];
  expect(JSON.stringify(mine)).not.toMatch(/сова|sova|7707083893/i);
  expect([mine.names, mine.taxIds, mine.domains]).not.toContain(theirs.names);
  expect(mine.taxIds).not.toBe(theirs.taxIds);
});

it('OPP-5 hits by chance about as often as the shortened hashes say: nobody can be sure of a hit', () => {
  // 130 keys in hashes of two bytes: the most there may be before they get longer.
  const index = indexOf(
    Array.from({ length: 65 }, (_, at) => ({ name: `Alpha Qwert${at * 7_919}`, country: 'PL' })),
  );
  expect([bytesFor(130), index.bytes]).toEqual([2, 2]);
  const others = Array.from({ length: 3_000 }, (_, at) => ({
    name: `Omega Zxcvb${at * 104_729}`,
    country: 'PL',
  }));
  const hits = others.filter((customer) => lookUp(index, customer).length > 0).length;
  const rate = hits / others.length;
  console.info(
    `OPP-5: ${hits} of ${others.length} free customers hit by chance (${(rate * 100).toFixed(2)} %)`,
  );
  // Two keys are asked about, each with one chance in 500.
  expect(rate).toBeLessThan(1 / 125);
});

it.each([
  [10, 2],
  [131, 2],
  [132, 3],
  [33_000, 3],
  [100_000, 4],
])('%s keys are told apart by %s bytes', (count, bytes) => {
  expect(bytesFor(count)).toBe(bytes);
});

it.each([1, 2, 3, 4, 100, 132, 133, 1_000])('OPP-5 finds each of %s customers in the list', (count) => {
  const name = (at: number) => ({ name: `Alpha Qwert${at * 7_919}`, country: 'PL' });
  const index = indexOf(Array.from({ length: count }, (_, at) => name(at)));
  const missed = Array.from({ length: count }, (_, at) => name(at)).filter(
    (customer) => lookUp(index, customer).length === 0,
  );
  expect(missed).toEqual([]);
  expect(index.bytes).toBe(bytesFor(count * 2));
});
