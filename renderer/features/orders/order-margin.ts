import type { Decimal } from '#shared/domain/money/amount';
import { sumDecimals } from '#shared/domain/money/sum-decimals';

/** PR-23: sell - buy, on the amounts the order binds. */
export const marginOf = (sellNet: Decimal, buyNet: Decimal): Decimal =>
  sumDecimals([sellNet, buyNet.startsWith('-') ? buyNet.slice(1) : `-${buyNet}`]);
