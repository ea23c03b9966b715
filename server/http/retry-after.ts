/** Whole seconds after which to try again: up to twice as many as given, so that those turned away together do not come back together. */
export const retryAfter = (seconds: number): number => Math.ceil(seconds * (1 + Math.random()));
