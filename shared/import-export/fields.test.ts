import { describe, expect, it } from 'vitest';
import { guessColumns, importFields, importKinds } from './fields';

describe('OPP-1 columns are recognized by their names', () => {
  it.each([
    [
      'en',
      ['Company Name', 'VAT', 'Country', 'City', 'Zip'],
      { name: 0, taxId: 1, country: 2, city: 3, postalCode: 4 },
    ],
    [
      'pl',
      ['Nazwa firmy', 'NIP', 'Kraj', 'Miasto', 'Kod pocztowy'],
      { name: 0, taxId: 1, country: 2, city: 3, postalCode: 4 },
    ],
    [
      'ru',
      ['Наименование', 'ИНН', 'Страна', 'Город', 'Индекс'],
      { name: 0, taxId: 1, country: 2, city: 3, postalCode: 4 },
    ],
    [
      'zh',
      ['公司名称', '税号', '国家', '城市', '邮编'],
      { name: 0, taxId: 1, country: 2, city: 3, postalCode: 4 },
    ],
  ] as const)('in %s', (_, header, expected) => {
    expect(guessColumns('accounts', header)).toEqual(expected);
  });

  it('a column says one thing, and the name that fits best has it', () => {
    expect(guessColumns('opportunities', ['Customer', 'Deal name', 'Close date', 'Amount (EUR)'])).toEqual({
      accountName: 0,
      name: 1,
      closeOn: 2,
      amount: 3,
    });
    expect(guessColumns('contacts', ['Name', 'Company', 'E-mail'])).toEqual({
      name: 0,
      accountName: 1,
      email: 2,
    });
  });

  it('what the person said of a column counts first, and no column says two things', () => {
    const header = ['Firma', 'Klient', 'Data'];
    expect(guessColumns('contacts', header, { name: 'Klient', email: 'gone' })).toEqual({
      name: 1,
      accountName: 0,
    });
    expect(guessColumns('accounts', ['Name', 'Name'], { name: 'Name', notes: 'Name' })).toEqual({
      name: 0,
      notes: 1,
    });
  });

  it('what nobody knows says nothing', () => {
    expect(guessColumns('accounts', ['Foo', '', 'Bar'])).toEqual({});
  });

  it.each(importKinds)('a file of %s with our own names is known in whole', (kind) => {
    const keys = importFields[kind].map(({ key }) => key);
    expect(guessColumns(kind, keys)).toEqual(Object.fromEntries(keys.map((key, at) => [key, at])));
  });
});
