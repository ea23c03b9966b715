import type { Order } from '#shared/domain/order/order';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { maxLineDifferences, type Rejection } from '#shared/mutations/rejection';
import type { BoundFigures } from './first-difference';

type Differences = NonNullable<Extract<Rejection, { type: 'price-mismatch' }>['differences']>;

/**
 * PR-33: the first lines that the client and the server do not order for the same, in the server's order and then what the client alone
 * orders; each with the server's explanation. The client has its own.
 */
export function lineDifferences(
  client: BoundFigures,
  server: BoundFigures,
  priced: PricedQuote,
): Differences {
  const sent = linesById(client);
  const own = linesById(server);
  const ids = new Set([...own.keys(), ...sent.keys()]);
  return [...ids]
    .filter((id) => !isSame(sent.get(id), own.get(id)))
    .slice(0, maxLineDifferences)
    .map((lineId) => {
      const [theirs, ours] = [sent.get(lineId), own.get(lineId)];
      const line = priced.lines.find((one) => one.lineId === lineId);
      const amounts = line?.status === 'priced' ? line.amounts : undefined;
      return {
        lineId,
        sku: ours?.sku ?? theirs?.sku ?? '',
        client: theirs ? { sell: theirs.sellNet, buy: theirs.buyNet } : null,
        server: ours ? { sell: ours.sellNet, buy: ours.buyNet } : null,
        buySteps: [...(amounts?.buySteps ?? [])],
        sellSteps: [...(amounts?.sellSteps ?? [])],
      };
    });
}

type Line = Order['lines'][number];
const linesById = ({ lines }: BoundFigures): ReadonlyMap<string, Line> =>
  new Map(lines.map((line) => [line.lineId, line]));

const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
  a?.sku === b?.sku && a?.quantity === b?.quantity && a?.sellNet === b?.sellNet && a?.buyNet === b?.buyNet;
