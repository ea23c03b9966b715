import { expect, it } from 'vitest';
import { timeLeft } from './time-left';

const until = Date.parse('2026-03-10T12:00:00.000Z');
const left = (...parts: readonly number[]) => {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return timeLeft(until, until - ms)?.map(({ unit, value }) => `${value} ${unit}`);
};

it('OPP-2 a deadline is said in its two largest units', () => {
  expect(left(2, 5, 30)).toEqual(['2 day', '5 hour']);
  expect(left(0, 5, 30)).toEqual(['5 hour', '30 minute']);
  expect(left(0, 0, 12)).toEqual(['12 minute']);
  expect(left(1)).toEqual(['1 day']);
});

it('never promises a minute that is not there', () => {
  expect(left(0, 1, 59, 59)).toEqual(['1 hour', '59 minute']);
  expect(left(0, 0, 0, 59)).toEqual(['0 minute']);
});

it('at the deadline the time is up', () => {
  expect(left(0)).toBeUndefined();
  expect(timeLeft(until, until + 1)).toBeNull();
});
