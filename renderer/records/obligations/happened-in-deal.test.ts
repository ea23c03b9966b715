import { describe, expect, it } from 'vitest';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Order } from '#shared/domain/order/order';
import { happenedInDeal } from './happened-in-deal';

const dayOf = (at: string) => at.slice(0, 10);
const registration = (fields: Partial<RegistrationRequest>): RegistrationRequest =>
  ({
    state: 'submitted',
    capturedAt: '2026-03-01T09:00:00.000Z',
    receivedAt: null,
    decision: null,
    ...fields,
  }) as RegistrationRequest;
const order = (fields: Partial<Order>): Order =>
  ({ state: 'placed', placedAt: '2026-04-02T09:00:00.000Z', reports: null, ...fields }) as Order;
const open = { stage: 'proposal', updatedAt: '2026-05-01T09:00:00.000Z' } as const;
const happened = (deal: Partial<Parameters<typeof happenedInDeal>[0]>) =>
  happenedInDeal({ opportunity: open, registrations: [], orders: [], ...deal }, dayOf);

describe('OPP-7 when the days of an obligation begin to count', () => {
  it('nothing has happened in a deal without a registration or an order', () => {
    expect(happened({})).toEqual({});
  });

  it('a registration counts from when the vendor received it, and till then from when it was written', () => {
    const received = registration({ receivedAt: '2026-03-03T09:00:00.000Z' });
    expect(happened({ registrations: [received] })).toEqual({ registered: '2026-03-03' });
    expect(happened({ registrations: [registration({})] })).toEqual({ registered: '2026-03-01' });
    expect(happened({ registrations: [registration({ state: 'withdrawn' })] })).toEqual({});
  });

  it('only one that was granted counts as granted', () => {
    const decision = { by: 'Clara', at: '2026-03-05T09:00:00.000Z', comment: '', refusal: null };
    const granted = registration({ state: 'granted', decision });
    expect(happened({ registrations: [granted] })).toMatchObject({ granted: '2026-03-05' });
    const refused = registration({ state: 'refused', decision });
    expect(happened({ registrations: [refused] })).not.toHaveProperty('granted');
  });

  it('the first order that was not rejected counts, and its first invoice', () => {
    const invoiced = (at: string) =>
      ({ id: at, kind: 'invoiced', at, reference: '', note: '', amount: null }) as const;
    const orders = [
      order({ state: 'rejected', placedAt: '2026-04-01T09:00:00.000Z' }),
      order({ reports: [invoiced('2026-04-20T09:00:00.000Z'), invoiced('2026-04-18T09:00:00.000Z')] }),
    ];
    expect(happened({ orders })).toEqual({ ordered: '2026-04-02', invoiced: '2026-04-18' });
  });

  it('a deal is won with its order, and without one by its last change', () => {
    const won = { ...open, stage: 'won' } as const;
    expect(happened({ opportunity: won, orders: [order({})] })).toMatchObject({ won: '2026-04-02' });
    expect(happened({ opportunity: won })).toEqual({ won: '2026-05-01' });
  });
});
