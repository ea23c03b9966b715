import { err, ok, type Result } from '../../lib/result';
import type { PricedQuote } from './priced';
import type { Explanation } from './settle-line';

/** PR-26: how a line of a priced quote came to its price. It may be gone since someone asked, or have none. */
export function explainLine(
  { lines }: Pick<PricedQuote, 'lines'>,
  lineId: string,
): Result<Explanation, { readonly type: 'no-such-line' | 'no-price' }> {
  const line = lines.find((one) => one.lineId === lineId);
  if (!line) return err({ type: 'no-such-line' });
  if (line.status === 'problem') return err({ type: 'no-price' });
  const { buySteps, sellSteps } = line.amounts;
  return ok({ buySteps, sellSteps });
}
