import { expect, it } from 'vitest';
import { aLine } from '#shared/domain/quote/quote.test-kit';
import { compareLines } from './compare-lines';

it('QUO-2 names what was added, changed and removed, and leaves out what only reads differently', () => {
  const before = { items: [aLine({ id: 'a' }), aLine({ id: 'b', quantity: '2' }), aLine({ id: 'c' })] };
  const after = {
    items: [aLine({ id: 'd' }), aLine({ id: 'b', quantity: '3' }), aLine({ id: 'a', note: 'new words' })],
  };
  expect(compareLines(before, after).map(({ lineId, kind }) => [lineId, kind])).toEqual([
    ['d', 'added'],
    ['b', 'changed'],
    ['c', 'removed'],
  ]);
});

it('QUO-2 a term that was never set and one that was taken back are the same', () => {
  const before = { items: [aLine({ id: 'a' })] };
  expect(compareLines(before, { items: [aLine({ id: 'a', term: null })] })).toEqual([]);
});
