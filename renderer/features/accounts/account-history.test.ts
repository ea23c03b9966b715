import { describe, expect, it } from 'vitest';
import { anAccountFile } from './an-account-file.test-kit';
import { historyOf } from './account-history';

describe('OPP-1 history of a customer', () => {
  const file = anAccountFile();

  it('begins with the account, newest on top', () => {
    expect(historyOf(file).map(({ kind }) => kind)).toEqual(['decided', 'order', 'contact', 'account']);
  });

  it('begins with the account even when its first contact came at the same instant', () => {
    const { createdAt } = file.account;
    const contacts = file.contacts.map((contact) => ({ ...contact, createdAt }));
    expect(historyOf({ ...file, contacts }).at(-1)?.kind).toBe('account');
  });

  it('tells what the vendor decided and why, and leads to the order', () => {
    expect(historyOf(file)[0]).toMatchObject({
      kind: 'decided',
      state: 'rejected',
      reason: 'Credit limit',
      to: '/orders/order-1',
    });
  });

  it('calls a shipped order accepted at the time of the decision', () => {
    const [order] = file.orders;
    const shipped = order ? [{ ...order, state: 'shipped' as const }] : [];
    expect(historyOf({ ...file, orders: shipped })[0]).toMatchObject({ kind: 'decided', state: 'accepted' });
  });
});
