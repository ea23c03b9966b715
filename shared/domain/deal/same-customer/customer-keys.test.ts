import { expect, it } from 'vitest';
import { customerKeys } from './customer-keys';
import { readCustomer, sameCustomer, type Customer } from './same-customer';

const at = (name: string, country: string, more: Partial<Customer> = {}): Customer => ({
  name,
  country,
  ...more,
});

it.each<[Customer, Customer]>([
  [at('Piekarnia Grusza S.C.', 'PL'), at('Piekarnia Grusza', 'PL')],
  [at('Altenhof GmbH Niederlassung Ulm', 'DE'), at('Altenhof', 'DE')],
  [at('Филиал АО «Ольха» в Березине', 'RU'), at('АО «Ольха»', 'RU')],
  [at('临汾青鹭电子有限公司', 'CN'), at('青鹭电子', 'CN', { city: '临汾' })],
  [at('苏州龙桥电子有限公司', 'CN'), at('Suzhou Longqiao Electronics', 'CN')],
  [at('Altenhofer Walz- und Rohrwerke (AWRW)', 'DE'), at('AWRW AG', 'DE')],
  [at('МБОУ СОШ № 3', 'RU'), at('Средняя общеобразовательная школа №3', 'RU')],
  [at('Городская больница № 3', 'RU', { city: 'Березин' }), at('Городская больница №3 г. Березина', 'RU')],
  [at('Základní škola č. 3', 'CZ', { city: 'Lipník' }), at('ZŠ č.3 Lipník', 'CZ')],
  [at('Урожай', 'RU', { taxId: '7707083893/770701001' }), at('Хлеб', 'RU', { taxId: '7707083893' })],
  [at('Wiąz', '', { taxId: '5260250274' }), at('Grab', 'PL', { taxId: 'PL5260250274' })],
  [at('Altenhof', 'DE', { website: 'altenhof.de' }), at('AP Technik', 'DE', { website: 'altenhof.de' })],
])('OPP-4 who looks alike has a key in common: %j, %j', (a, b) => {
  const [one, other] = [customerKeys(readCustomer(a)), customerKeys(readCustomer(b))];
  expect(sameCustomer(a, b).score).toBeGreaterThanOrEqual(0.7);
  const common = (['near', 'names', 'taxIds', 'domains'] as const).flatMap((kind) =>
    one[kind].filter((key) => other[kind].includes(key)),
  );
  expect(common).not.toEqual([]);
});
