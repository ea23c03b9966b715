import type { OrderState } from '#shared/domain/order/order';
import type { AccountFile } from './queries';

/** One thing that happened with a customer. */
export interface HistoryEvent {
  readonly key: string;
  readonly kind: 'account' | 'contact' | 'opportunity' | 'quote' | 'order' | 'decided';
  /** Instant: of the device that wrote it, or of the server for what the vendor decided (SY-11). */
  readonly at: string;
  readonly name: string;
  /** Where it opens; null when it is this page. */
  readonly to: string | null;
  readonly state: OrderState | null;
  readonly reason: string;
}

const event = (fields: Partial<HistoryEvent> & Pick<HistoryEvent, 'key' | 'kind' | 'at'>): HistoryEvent => ({
  name: '',
  to: null,
  state: null,
  reason: '',
  ...fields,
});

/** What happened with a customer, newest first, told from the records themselves. */
export function historyOf(file: AccountFile): readonly HistoryEvent[] {
  const { account, contacts, opportunities, quotes, orders } = file;
  const events = [
    ...contacts.map(({ id, name, createdAt }) => event({ key: id, kind: 'contact', at: createdAt, name })),
    ...opportunities.map(({ id, name, createdAt }) =>
      event({ key: id, kind: 'opportunity', at: createdAt, name, to: `/opportunities/${id}` }),
    ),
    ...quotes.map(({ id, number, createdAt }) =>
      event({ key: id, kind: 'quote', at: createdAt, name: number, to: `/quotes/${id}` }),
    ),
    ...orders.flatMap(({ id, quoteNumber, placedAt, decision, state }) => {
      const shown = { name: quoteNumber, to: `/orders/${id}` };
      const placed = event({ key: id, kind: 'order', at: placedAt, ...shown });
      if (!decision) return [placed];
      const decided = state === 'rejected' ? 'rejected' : 'accepted';
      return [
        placed,
        event({
          key: `${id}:decided`,
          kind: 'decided',
          at: decision.at,
          state: decided,
          reason: decision.reason,
          ...shown,
        }),
      ];
    }),
    event({ key: account.id, kind: 'account', at: account.createdAt }),
  ];
  // Of what happened at the same instant the account stays last: everything else needed it.
  return events.toSorted((a, b) => b.at.localeCompare(a.at));
}
