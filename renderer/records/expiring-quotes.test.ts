import { expect, test } from 'vitest';
import type { Quote, QuoteState } from '#shared/domain/quote/quote';
import { expiringQuotes } from './expiring-quotes';

const quote = (id: string, expiresOn: string, state: QuoteState = 'presented') =>
  ({ id, expiresOn, state }) as Quote;
const ids = (quotes: readonly Quote[]) => expiringQuotes(quotes, '2026-11-21').map(({ id }) => id);

test('PR-31 a quote ends before its day: one that ends today is over, one that ends in a week still counts', () => {
  expect(
    ids([quote('over', '2026-11-21'), quote('week', '2026-11-28'), quote('later', '2026-11-29')]),
  ).toEqual(['week']);
});

test('the next to end comes first', () => {
  expect(ids([quote('b', '2026-11-25'), quote('a', '2026-11-22')])).toEqual(['a', 'b']);
});

test('quotes whose life is over do not wait for anyone', () => {
  expect(ids([quote('o', '2026-11-23', 'ordered'), quote('r', '2026-11-23', 'rejected')])).toEqual([]);
});
