/** A value that was saved and is not there yet: `next`, and what is there until then, one after the other when it was saved more than once. */
export interface Expected<T> {
  readonly passing: readonly T[];
  readonly next: T;
}

export const expectNext = <T>(before: Expected<T> | null, stored: T, next: T): Expected<T> => {
  const passing = before ? [...before.passing, before.next] : [stored];
  return { passing: passing.filter((value) => value !== next), next };
};

/** Any value that is not on the way to it wins: the one expected, or what somebody else made of it. */
export const isAwaited = <T>(expected: Expected<T>, stored: T): boolean => expected.passing.includes(stored);
