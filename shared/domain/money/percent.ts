import type { Exact } from './exact';

/** `percent` % of `value`, exact; 12.5 is 12.5 %. */
export const percentOf = (value: Exact, percent: Exact): Exact => ({
  n: value.n * percent.n,
  d: value.d * percent.d * 100n,
});

/** What is left of `value` after `percent` % of itself is taken off. */
export const lessPercent = (value: Exact, percent: Exact): Exact => {
  const hundred = percent.d * 100n;
  return { n: value.n * (hundred - percent.n), d: value.d * hundred };
};

/** `value` and `percent` % of itself on top. */
export const plusPercent = (value: Exact, percent: Exact): Exact => {
  const hundred = percent.d * 100n;
  return { n: value.n * (hundred + percent.n), d: value.d * hundred };
};
