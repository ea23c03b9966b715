import { expect, it } from 'vitest';
import { aQuote, lines } from '#shared/domain/quote/quote.test-kit';
import { readCounter, wholeQuote } from './use-counter-draft';

const quote = aQuote({ items: lines({ discountPercent: '20' }, { discountPercent: '10' }) });

it('QUO-3 reads percentages as the person writes them; an empty field is as asked', () => {
  const { counter, problems } = readCounter(
    quote,
    { 'line-1': '12,5 %', 'line-2': '', [wholeQuote]: '1' },
    'pl',
  );
  expect(counter).toEqual({
    discountPercent: '1',
    lines: [{ lineId: 'line-1', discountPercent: '12.5' }],
  });
  expect(problems.size).toBe(0);
});

it('PR-114 a text that is no percentage is named and changes nothing', () => {
  const { counter, problems, after } = readCounter(quote, { 'line-1': '120', 'line-2': 'ten' }, 'en');
  expect([...problems]).toEqual([
    ['line-1', 'too-large'],
    ['line-2', 'not-a-number'],
  ]);
  expect(after).toEqual(quote);
  expect(counter.lines).toEqual([]);
});
