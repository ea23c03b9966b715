import type { Order } from '#shared/domain/order/order';

/** What an order binds: what was ordered, and every figure. */
export type BoundFigures = Pick<Order, 'lines' | 'totals'>;

/** PR-33: the first pair of figures that differs, totals before lines; undefined when everything is the same. */
export function firstDifference(
  client: BoundFigures,
  server: BoundFigures,
): { readonly client: string; readonly server: string } | undefined {
  const pairs: (readonly [string, string])[] = [
    [client.totals.gross, server.totals.gross],
    [client.totals.sellNet, server.totals.sellNet],
    [client.totals.tax, server.totals.tax],
    [client.totals.buyNet, server.totals.buyNet],
    [String(client.totals.taxGroups.length), String(server.totals.taxGroups.length)],
    ...client.totals.taxGroups.map((group, at) => taxPair(group, server.totals.taxGroups[at])),
    [String(client.lines.length), String(server.lines.length)],
    ...client.lines.flatMap((line, at) => linePairs(line, server.lines[at])),
  ];
  const different = pairs.find(([ours, theirs]) => ours !== theirs);
  return different && { client: different[0], server: different[1] };
}

type TaxGroup = Order['totals']['taxGroups'][number];
const taxText = ({ category, percent, net, tax }: TaxGroup): string =>
  `${category} ${percent}% ${net} ${tax}`;
const taxPair = (client: TaxGroup, server: TaxGroup | undefined) =>
  [taxText(client), server ? taxText(server) : '-'] as const;

type Line = Order['lines'][number];
function linePairs(client: Line, server: Line | undefined): (readonly [string, string])[] {
  const what = ({ lineId, sku, quantity }: Line): string => `${lineId} ${sku} x ${quantity}`;
  return [
    [what(client), server ? what(server) : '-'],
    [client.sellNet, server?.sellNet ?? '-'],
    [client.buyNet, server?.buyNet ?? '-'],
  ];
}
