/** Seconds from one attempt to the next; after the last one the delivery has failed and its endpoint is switched off. Some 20 hours. */
export const retrySeconds = [5, 30, 2 * 60, 10 * 60, 3_600, 3 * 3_600, 6 * 3_600, 10 * 3_600] as const;

/** When to try again after so many attempts; undefined: no more. */
export const nextAttempt = (attempts: number, now: Date): Date | undefined => {
  const seconds = retrySeconds[attempts - 1];
  return seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1_000);
};
