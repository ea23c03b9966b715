import { describe, expect, it } from 'vitest';
import { compareTaxIds, taxIdOf, type TaxIdVerdict } from './tax-id';

const verdict = (a: readonly [string, string], b: readonly [string, string]): TaxIdVerdict => {
  const [one, other] = [taxIdOf(...a), taxIdOf(...b)];
  expect(compareTaxIds(other, one)).toBe(compareTaxIds(one, other));
  return compareTaxIds(one, other);
};

describe('OPP-4 tax numbers', () => {
  it.each<[readonly [string, string], readonly [string, string]]>([
    [
      ['7707083893/770701001', 'RU'],
      ['7707083893', 'RU'],
    ],
    [
      ['ИНН/КПП 7707083893/770701001', 'RU'],
      ['7707083893', 'RU'],
    ],
    [
      ['ИНН 7707083893 КПП 770701001', 'RU'],
      ['INN: 7707 083 893', 'RU'],
    ],
    [
      ['ЄДРПОУ 20064120', 'UA'],
      ['20064120', 'UA'],
    ],
    [
      ['БИН 211140365459', 'KZ'],
      ['211140 365459', 'KZ'],
    ],
    [
      ['НИП: 526-025-02-74', 'PL'],
      ['PL5260250274', 'PL'],
    ],
    [
      ['IČ DPH: SK2020261342', 'SK'],
      ['2020261342', 'SK'],
    ],
    // Letters that are no country's prefix, or not this number's.
    [
      ['HRB 136695976', 'DE'],
      ['DE136695976', 'DE'],
    ],
    [
      ['N5260250274', 'PL'],
      ['5260250274', 'PL'],
    ],
    // A prefix of another country's counts when the number has that country's form.
    [
      ['PL 5260250274', 'DE'],
      ['526-025-02-74', 'PL'],
    ],
    [
      ['5260250274', ''],
      ['526-025-02-74', 'PL'],
    ],
    [
      ['ИНН 500100732259', 'RU'],
      ['5001 0073 2259', 'RU'],
    ],
    // What says more than the company: an establishment, a branch.
    [
      ['732 829 320 00074', 'FR'],
      ['FR44 732829320', 'FR'],
    ],
    [
      ['GB 123 4567 82 001', 'GB'],
      ['GB123456782', 'GB'],
    ],
    [
      ['123456785', 'PL'],
      ['REGON 12345678512347', 'PL'],
    ],
    [
      ['NL123456782B01', 'NL'],
      ['1234.56.782.B.02', 'NL'],
    ],
    [
      ['Company No. 812345', 'GB'],
      ['00812345', 'GB'],
    ],
  ])('%j is %j', (a, b) => {
    expect(verdict(a, b)).toBe('equal');
  });

  it('of a customer without a country only an equal number says something', () => {
    expect(verdict(['5260250274', ''], ['7740001454', 'PL'])).toBe('unknown');
    // Not of Poland's form: it may be anybody's.
    expect(verdict(['52602502', ''], ['52602502', 'PL'])).toBe('unknown');
  });

  it('keeps a number with slashes that is no Russian one', () => {
    expect(verdict(['181/815/08155', 'DE'], ['18181508155', 'DE'])).toBe('equal');
    expect(verdict(['181/815/08155', 'DE'], ['181/815/08156', 'DE'])).toBe('unknown');
  });

  it.each<[string, string, string]>([
    ['RU', '500100732259', '784809891407'],
    ['RU', '500100732259', '7707083893'],
    ['UA', '2456789013', '3156789012'],
    ['UA', '31245678', '2456789013'],
    ['KZ', '211140365459', '850312300123'],
    ['PL', '123456785', '987654326'],
    ['CZ', '25596641', '27074358'],
    ['DE', 'DE136695976', 'DE811569869'],
    ['DE', '181/815/08155', '143/262/71234'],
    ['GB', '00812345', 'SC765432'],
    ['FR', '73282932000074', '55208131700042'],
    ['IT', 'RSSMRA85T10A562S', 'VRDLGI70A01F205X'],
    ['ES', 'B58378431', 'A28015865'],
    ['ES', '12345678Z', '87654321X'],
    ['NL', 'KvK 34117802', '27123456'],
    ['CN', '91350211M000100Y43', '91110000600007273B'],
    ['US', '12-3456780', '98-7654329'],
  ])('tells two of one kind apart: %s %s, %s', (country, a, b) => {
    expect(verdict([a, country], [b, country])).toBe('different');
  });

  it.each<[string, string, string]>([
    ['PL', '5260250274', '123456785'],
    ['PL', '5260250274', 'KRS 0000123456'],
    ['DE', 'DE136695976', '181/815/08155'],
    ['GB', 'GB123456782', '00812345'],
    ['NL', 'NL123456782B01', '34117802'],
    ['IT', '00743110157', 'RSSMRA85T10A562S'],
    ['CZ', '25596641', 'CZ7103192745'],
    ['RU', '7707083893', 'ОГРН 1027700132195'],
  ])('numbers of two kinds say nothing: %s %s, %s', (country, a, b) => {
    expect(verdict([a, country], [b, country])).toBe('unknown');
  });

  it('tells numbers of one country apart', () => {
    expect(verdict(['5260250274', 'PL'], ['7740001454', 'PL'])).toBe('different');
    expect(verdict(['brak', 'PL'], ['brak', 'PL'])).toBe('unknown');
  });
});
