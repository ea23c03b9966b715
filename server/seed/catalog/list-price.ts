export const bookCurrencies = ['EUR', 'PLN', 'USD', 'CNY'] as const;
export type BookCurrency = (typeof bookCurrencies)[number];

/** Units of the currency for one euro, in thousandths: the vendor's own long-term rates, not a day's market rate. */
const ratePerMille: Readonly<Record<BookCurrency, bigint>> = {
  EUR: 1000n,
  PLN: 4300n,
  USD: 1100n,
  CNY: 7900n,
};

/** List prices end in round figures: below each limit they are whole multiples of the step. In millionths. */
const steps: readonly { readonly below: bigint; readonly step: bigint }[] = [
  { below: 1_000_000n, step: 100n },
  { below: 20_000_000n, step: 100_000n },
  { below: 200_000_000n, step: 500_000n },
  { below: 2_000_000_000n, step: 1_000_000n },
  { below: 20_000_000_000n, step: 5_000_000n },
];
const largestStep = 50_000_000n;

/** A decimal text in millionths. */
export function toMillionths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}

/**
 * The list price in `currency` of a EUR base price in millionths with per-mille factors, as a decimal text: 2 decimals, or 4 for what costs
 * less than one unit (usage).
 */
export function listPrice(base: bigint, factors: readonly number[], currency: BookCurrency): string {
  const scale = 1000n ** BigInt(factors.length + 1);
  const exact = factors.reduce((price, factor) => price * BigInt(factor), base * ratePerMille[currency]);
  const step = steps.find(({ below }) => exact < below * scale)?.step ?? largestStep;
  const rounded = ((exact + (step * scale) / 2n) / (step * scale)) * step;
  const decimals = rounded < 1_000_000n ? 4 : 2;
  const digits = (rounded / 10n ** BigInt(6 - decimals)).toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** That many thousandths of a price, half-up to as many decimals as the price has. */
export function perMille(price: string, share: number): string {
  const decimals = price.split('.')[1]?.length ?? 0;
  const scale = 10n ** BigInt(6 - decimals) * 1000n;
  const rounded = (toMillionths(price) * BigInt(share) + scale / 2n) / scale;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
