import { describe, expect, it } from 'vitest';
import { matchesText } from './match-text';

describe('searching a list', () => {
  it('finds words in any order, across fields, without regard to case', () => {
    expect(matchesText('kraków nordic', ['Nordic Foods', 'Kraków'])).toBe(true);
    expect(matchesText('nordic oslo', ['Nordic Foods', 'Kraków'])).toBe(false);
  });

  it.each([
    ['lodz', 'Łódź'],
    ['strasse', 'Hauptstraße'],
    ['елка', 'Ёлка'],
    ['上海', '上海工业有限公司'],
    ['ＡＢＣ', 'abc'],
  ])('"%s" finds "%s"', (sought, text) => {
    expect(matchesText(sought, [text])).toBe(true);
  });

  it('an empty search leaves everything', () => {
    expect(matchesText('  ', ['anything'])).toBe(true);
  });
});
