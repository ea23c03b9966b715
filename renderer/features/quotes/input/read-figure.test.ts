import { describe, expect, it } from 'vitest';
import { figureText, readFigure, readPercent, readQuantity } from './read-figure';

describe('readQuantity', () => {
  it.each([
    ['5', '5'],
    ['2.50', '2.5'],
    ['1,000', '1000'],
    ['1\u00A0234', '1234'],
  ])('reads %s as %s', (text, value) => {
    expect(readQuantity(text, 'en')).toEqual({ ok: true, value });
  });

  it.each([
    ['abc', 'not-a-number'],
    ['', 'not-a-number'],
    ['-1', 'negative'],
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['1e9', 'too-large'],
    ['1.2345', 'too-many-decimals'],
  ])('refuses %s as %s', (text, error) => {
    expect(readQuantity(text, 'en')).toEqual({ ok: false, error });
  });
});

describe('readPercent', () => {
  it.each([
    ['12.5 %', '12.5'],
    ['100', '100'],
    ['', '0'],
  ])('reads %s as %s', (text, value) => {
    expect(readPercent(text, 'en')).toEqual({ ok: true, value });
  });

  it.each([
    ['101', 'too-large'],
    ['-5', 'negative'],
    ['ten', 'not-a-number'],
  ])('refuses %s as %s', (text, error) => {
    expect(readPercent(text, 'en')).toEqual({ ok: false, error });
  });
});

it('what stands in a cell for editing reads back as the same figure, in every language', () => {
  for (const locale of ['en', 'pl', 'ru', 'zh-CN']) {
    expect(readFigure(figureText('1234.5', locale), 'price', locale)).toEqual({ ok: true, value: '1234.5' });
    expect(readFigure(figureText('1.125', locale), 'price', locale)).toEqual({ ok: true, value: '1.125' });
  }
});
