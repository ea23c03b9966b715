import type { BuyRule } from './rule';

/** A step whose data price books do not carry yet: it changes nothing and is not listed. */
export const withoutData: BuyRule = () => () => null;
