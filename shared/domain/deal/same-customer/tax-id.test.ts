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

  it('tells numbers of one country apart', () => {
    expect(verdict(['5260250274', 'PL'], ['7740001454', 'PL'])).toBe('different');
    expect(verdict(['brak', 'PL'], ['brak', 'PL'])).toBe('unknown');
  });
});
