import { describe, expect, it } from 'vitest';
import { readAddText } from './add-text';

describe('readAddText', () => {
  it.each([
    ['5x HS-EPP', '5', 'HS-EPP'],
    ['5 x HS-EPP', '5', 'HS-EPP'],
    ['5 HS-EPP', '5', 'HS-EPP'],
    ['12× endpoint protection', '12', 'endpoint protection'],
    ['3х антивирус', '3', 'антивирус'],
    ['2,5 * consulting', '2,5', 'consulting'],
    ['HS-EPP x5', '5', 'HS-EPP'],
  ])('%s asks for %s of %s, and falls back to the whole text', (typed, quantity, text) => {
    expect(readAddText(typed)).toEqual([
      { quantity, text },
      { quantity: null, text: typed },
    ]);
  });

  it.each(['HS-EPP', '3M-100', 'x5', 'xerox', '5', 'office 365'])('%s names no quantity', (typed) => {
    expect(readAddText(typed)).toEqual([{ quantity: null, text: typed }]);
  });

  it('asks for nothing when nothing is typed', () => {
    expect(readAddText('   ')).toEqual([]);
  });
});
