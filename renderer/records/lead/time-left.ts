const minute = 60_000;
const units = [
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
] as const;

/**
 * How long until then, as a person counts it: the two largest units, rounded down, so that it never promises too much. null: the time is up.
 */
export function timeLeft(
  until: number,
  now: number,
): readonly { readonly unit: 'day' | 'hour' | 'minute'; readonly value: number }[] | null {
  let rest = Math.floor((until - now) / minute);
  if (until <= now) return null;
  const first = units.findIndex(([, size]) => rest >= size);
  if (first === -1) return [{ unit: 'minute', value: 0 }];
  return units
    .slice(first, first + 2)
    .map(([unit, size]) => {
      const value = Math.floor(rest / size);
      rest -= value * size;
      return { unit, value };
    })
    .filter(({ value }) => value > 0);
}
