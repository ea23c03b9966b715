import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountForEditing, readAmount } from './amount-text';

describe('PR-1 an estimate is read as text, exactly', () => {
  it.each([
    ['12,500.50', 'en', '12500.5'],
    ['12 500,5', 'pl', '12500.5'],
    ['1,234', 'en', '1234'],
    ['1,234', 'pl', '1.234'],
    ['999999999999999999', 'en', '999999999999999999'],
  ])('"%s" in %s is %s', (typed, locale, value) => {
    expect(readAmount(typed, locale)).toEqual({ ok: true, value });
  });

  it.each(['-5', 'abc', '1.2.3', '1000000000000000000', '<b>5</b>'])('refuses "%s"', (typed) => {
    expect(readAmount(typed, 'en')).toEqual({ ok: false, problem: { type: 'invalid' } });
  });

  it('calls an empty field required', () => {
    expect(readAmount(' ', 'en')).toEqual({ ok: false, problem: { type: 'required' } });
  });

  it('reads back what it put into the field, in every language', () => {
    const languages = fc.constantFrom('en', 'pl', 'ru', 'zh-CN');
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), languages, (value, locale) => {
        const cents = value % 100n;
        const text =
          cents === 0n ? String(value / 100n) : `${value / 100n}.${String(cents).padStart(2, '0')}`;
        const kept = text.includes('.') ? text.replace(/0$/, '') : text;
        expect(readAmount(amountForEditing(text, locale), locale)).toEqual({ ok: true, value: kept });
      }),
    );
  });
});
