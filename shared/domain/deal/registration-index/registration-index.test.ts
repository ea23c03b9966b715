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
const indexOf = async (customers: readonly Customer[], partner = of): Promise<RegistrationIndex> => {
  const keys = customers.map((customer) => customerKeys(readCustomer(customer)));
  const hashes = (kind: KeyKind, texts: readonly string[]): Promise<Uint8Array[]> =>
    Promise.all(texts.map(async (text) => sealed(await stretch(kind, text, rounds), partner.key)));
  const [names, taxIds, domains] = [
    keys.flatMap((each) => each.names),
    keys.flatMap((each) => each.taxIds),
    keys.flatMap((each) => each.domains),
  ];
  const lists = hashLists({
    name: await hashes('name', names),
    'tax-id': await hashes('tax-id', taxIds),
    domain: await hashes('domain', domains),
  });
  return { ...partner, ...lists };
};
/** How many of them the index warns about. */
const hitsOf = async (index: RegistrationIndex, customers: readonly Customer[]): Promise<number> => {
  const found = await Promise.all(customers.map((customer) => lookUp(index, customer)));
  return found.filter((kinds) => kinds.length > 0).length;
};
const registered = { name: 'ООО «Полярная Сова»', taxId: '7707083893', country: 'RU', website: 'sova.ru' };

it('OPP-5 finds a registered customer by name in other spellings, tax id or domain', async () => {
  const index = await indexOf([registered]);
  expect(await lookUp(index, { name: 'Polyarnaya Sova', country: 'RU' })).toEqual(['name']);
  expect(await lookUp(index, { name: 'Anything', country: 'RU', taxId: 'RU 7707083893' })).toEqual([
    'tax-id',
  ]);
  expect(
    await lookUp(index, { name: 'Anything', country: 'RU', website: 'https://www.sova.ru/o-nas' }),
  ).toEqual(['domain']);
  expect(await lookUp(index, { name: 'Polarnaya Lisa', country: 'RU' })).toEqual([]);
  expect(await lookUp(index, { name: 'Polyarnaya Sova', country: 'KZ' })).toEqual([]);
});

it('OPP-5 holds no name, and nothing that another partner’s index holds', async () => {
  const mine = await indexOf([registered]);
  const theirs = await indexOf([registered], { ...of, key: 'cd'.repeat(32) });
  expect(JSON.stringify(mine)).not.toMatch(/сова|sova|7707083893/i);
  expect([mine.names, mine.taxIds, mine.domains]).not.toContain(theirs.names);
  expect(mine.taxIds).not.toBe(theirs.taxIds);
});

it('OPP-5 hits by chance about as often as the shortened hashes say: nobody can be sure of a hit', async () => {
  // 130 keys in hashes of two bytes: the most there may be before they get longer.
  const index = await indexOf(
    Array.from({ length: 65 }, (_, at) => ({ name: `Alpha Qwert${at * 7_919}`, country: 'PL' })),
  );
  expect([bytesFor(130), index.bytes]).toEqual([2, 2]);
  const others = Array.from({ length: 3_000 }, (_, at) => ({
    name: `Omega Zxcvb${at * 104_729}`,
    country: 'PL',
  }));
  const hits = await hitsOf(index, others);
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

it.each([1, 2, 3, 4, 100, 132, 133, 1_000])('OPP-5 finds each of %s customers in the list', async (count) => {
  const name = (at: number) => ({ name: `Alpha Qwert${at * 7_919}`, country: 'PL' });
  const index = await indexOf(Array.from({ length: count }, (_, at) => name(at)));
  expect(
    await hitsOf(
      index,
      Array.from({ length: count }, (_, at) => name(at)),
    ),
  ).toBe(count);
  expect(index.bytes).toBe(bytesFor(count * 2));
});
