import { describe, expect, it } from 'vitest';
import { customerKeys } from './customer-keys';
import { readCustomer, sameCustomer, type Customer } from './same-customer';

const at = (name: string, changes: Partial<Customer> = {}): Customer => ({ name, country: 'PL', ...changes });
const keysOf = (name: string) => {
  const { near, names } = customerKeys(readCustomer(at(name)));
  return [...near, ...names];
};
const saysNothing = ['---', '...', '?', '®', '™', '☆', '🙂', '§ §', '株式会社'];

describe('OPP-4 names that say nothing', () => {
  it.each(saysNothing)('%j has no key that another customer could share', (name) => {
    expect(keysOf(name)).toEqual([]);
  });

  it.each(saysNothing)('%j is no duplicate by its name, not even of the same', (name) => {
    for (const other of [...saysNothing, '123', 'R', 'TM']) {
      expect(sameCustomer(at(name), at(other))).toMatchObject({ same: false, score: 0 });
    }
    const known = { taxId: '5260250274' };
    expect(sameCustomer(at(name, known), at('Grusza', known)).same).toBe(true);
  });

  it('digits alone look like the same customer, and take a web domain or a tax id to be it', () => {
    expect(sameCustomer(at('123'), at('123'))).toMatchObject({
      same: false,
      score: 0.75,
      reasons: [{ code: 'name-equal', speaks: 'for' }],
    });
    expect(sameCustomer(at('123'), at('456')).score).toBeLessThan(0.3);
    expect(sameCustomer(at('123', { city: 'Łódź' }), at('123', { city: 'Łódź' })).same).toBe(false);
    expect(sameCustomer(at('123', { website: '123.pl' }), at('123', { website: '123.pl' })).same).toBe(true);
    // The offline warning would be about anybody who typed the same digits.
    expect(customerKeys(readCustomer(at('123'))).names).toEqual([]);
    expect(sameCustomer(at('Szkoła nr 5'), at('Szkoła nr 5')).same).toBe(true);
  });

  it('a trademark sign is no part of a name', () => {
    expect(keysOf('Grusza® S.A.')).toEqual(keysOf('Grusza'));
    expect(sameCustomer(at('Grusza™ S.A.'), at('Grusza')).same).toBe(true);
  });
});
