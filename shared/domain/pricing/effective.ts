/** PR-30: in force from its first day and not on the day that ends it; null is open. Days are ISO text, so they compare as text. */
export const isInForce = (day: string, from: string | null, until: string | null): boolean =>
  (from === null || from <= day) && (until === null || day < until);
