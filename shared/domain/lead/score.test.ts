import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from './criteria';
import { missingAnswers, scoreOf, unknownAnswer } from './score';

const criterion = (id: string, points: readonly number[], required = false): Criterion => ({
  id,
  text: { en: id },
  help: null,
  required,
  options: points.map((worth, at) => ({ id: `${id}-${at}`, label: { en: '' }, points: worth })),
});
const criteria = [criterion('budget', [0, 10, 30], true), criterion('need', [0, 50])];

const someCriteria: fc.Arbitrary<Criterion[]> = fc
  .array(fc.tuple(fc.array(fc.nat({ max: 100 }), { minLength: 2, maxLength: 12 }), fc.boolean()), {
    maxLength: 40,
  })
  .map((all) => all.map(([points, required], at) => criterion(`c${at}`, points, required)));
const answered = someCriteria.chain((all) =>
  fc.record({
    all: fc.constant(all),
    answers: fc
      .tuple(
        ...all.map(({ id, options }) => fc.option(fc.constantFrom(...options.map((each) => [id, each.id])))),
      )
      .map((chosen) => Object.fromEntries(chosen.filter((each) => each !== null)) as Record<string, string>),
  }),
);

describe('OPP-3 the score of a lead', () => {
  it('is the share of the points that could be had', () => {
    expect(scoreOf(criteria, { budget: 'budget-1', need: 'need-1' })).toBe(75);
    expect(scoreOf(criteria, { budget: 'budget-2', need: 'need-1' })).toBe(100);
  });

  it('counts nothing for what is not answered', () => {
    expect(scoreOf(criteria, {})).toBe(0);
    expect(scoreOf(criteria, { need: 'need-1' })).toBe(63);
  });

  it('rounds halves upward: 5 of 8 points are 62.5', () => {
    expect(scoreOf([criterion('a', [0, 5, 8])], { a: 'a-1' })).toBe(63);
    expect(scoreOf([criterion('a', [0, 1, 200])], { a: 'a-1' })).toBe(1);
  });

  it('is 0 where there is nothing to be had', () => {
    expect(scoreOf([], {})).toBe(0);
    expect(scoreOf([criterion('a', [0, 0])], { a: 'a-0' })).toBe(0);
  });

  it('lies from 0 to 100, and a better answer never lowers it', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ all, answers }, at) => {
        const score = scoreOf(all, answers);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        const better = all[at % Math.max(1, all.length)];
        const best = better?.options.toSorted((a, b) => b.points - a.points)[0];
        if (!better || !best) return;
        expect(scoreOf(all, { ...answers, [better.id]: best.id })).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('names answers that are of no criterion or of none of its options', () => {
    expect(unknownAnswer(criteria, { budget: 'budget-1' })).toBeUndefined();
    expect(unknownAnswer(criteria, { weather: 'fine' })).toBe('weather');
    expect(unknownAnswer(criteria, { budget: 'need-1' })).toBe('budget');
    // Not an answer to a criterion that is named so.
    expect(unknownAnswer(criteria, { constructor: 'budget-1' })).toBe('constructor');
  });

  it('names the required criteria that have no answer', () => {
    expect(missingAnswers(criteria, { need: 'need-1' })).toEqual(['budget']);
    expect(missingAnswers(criteria, { budget: 'nonsense' })).toEqual(['budget']);
    expect(missingAnswers(criteria, { budget: 'budget-0' })).toEqual([]);
  });
});
