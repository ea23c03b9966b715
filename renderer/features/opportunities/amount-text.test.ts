import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountForEditing, readAmount } from './amount-text';

describe('PR-1 an estimate is read as text, exactly', () => {
  it.each([
    ['12500', 'en', '12500'],
    ['12,500.50', 'en', '12500.50'],
    ['12.500,50', 'pl', '12500.50'],
    ['12 500,5', 'pl', '12500.5'],
    ['12\u202f500,5', 'ru', '12500.5'],
    ["12'500.25", 'en', '12500.25'],
    ['1,234', 'en', '1234'],
    ['1,234', 'pl', '1.234'],
    ['1.234', 'pl', '1234'],
    ['1,234,567', 'zh-CN', '1234567'],
    ['1,5', 'en', '1.5'],
    ['007', 'en', '7'],
    ['.5', 'en', '0.5'],
    ['10.00', 'en', '10'],
    ['999999999999999999', 'en', '999999999999999999'],
    ['0.000000001', 'en', '0.000000001'],
  ])('"%s" in %s is %s', (typed, locale, value) => {
    expect(readAmount(typed, locale)).toEqual({ ok: true, value });
  });

  it.each([
    '-5',
    'abc',
    '1e9',
    '12,34,56',
    '1.2.3',
    '1,23.4',
    '.',
    '1000000000000000000',
    '0.0000000001',
    '<b>5</b>',
  ])('refuses "%s"', (typed) => {
    expect(readAmount(typed, 'en')).toEqual({ ok: false, problem: { type: 'invalid' } });
  });

  it('calls an empty field required', () => {
    expect(readAmount(' ', 'en')).toEqual({ ok: false, problem: { type: 'required' } });
  });

  it('reads back what it put into the field and what the locale writes, in every language', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 17n });
    fc.assert(
      fc.property(cents, fc.constantFrom('en', 'pl', 'ru', 'zh-CN'), (value, locale) => {
        const text = `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
        const plain = value % 100n === 0n ? String(value / 100n) : text;
        expect(readAmount(amountForEditing(plain, locale), locale)).toEqual({ ok: true, value: plain });
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(
          text as `${number}`,
        );
        expect(readAmount(written, locale)).toEqual({ ok: true, value: plain });
      }),
    );
  });
});
