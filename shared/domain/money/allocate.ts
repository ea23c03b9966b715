/**
 * PR-4: splits whole minor units over weights so that the parts sum exactly to `total`: each gets its share rounded down, and what is
 * left goes unit by unit to the largest remainders, ties in the order given. Neither total nor weights are negative. When all weights
 * are zero the split is even.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) {
    if (total !== 0n) throw new RangeError('Nothing to allocate to');
    return [];
  }
  if (total < 0n || weights.some((weight) => weight < 0n)) throw new RangeError('Cannot allocate a negative');
  const sum = weights.reduce((a, b) => a + b, 0n);
  const even = sum === 0n;
  const divisor = even ? BigInt(weights.length) : sum;

  const remainders = weights.map((weight, index) => {
    const share = total * (even ? 1n : weight);
    return { index, floor: share / divisor, rest: share % divisor };
  });
  const parts = remainders.map(({ floor }) => floor);
  const left = Number(total - parts.reduce((a, b) => a + b, 0n));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
