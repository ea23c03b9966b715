import { useMemo } from 'react';
import type { Account } from '#shared/domain/deal/account';
import type { Order } from '#shared/domain/order/order';
import { useBooks, useRecord } from '../../client/hooks';

export interface OrderFile {
  readonly order: Order;
  /** null: the customer is not on this device. */
  readonly account: Account | null;
  /** The price book's name, where it is on this device. */
  readonly bookName: string | null;
}

/** One order with what it refers to, live. undefined: loading; null: not on this device. */
export function useOrderFile(id: string): OrderFile | null | undefined {
  const order = useRecord('order', id);
  const account = useRecord('account', order?.accountId);
  const books = useBooks();
  return useMemo(() => {
    if (order === null) return null;
    if (!order || account === undefined) return undefined;
    const book = books?.find(({ bookId }) => bookId === order.priceBook.bookId);
    return { order, account, bookName: book?.name ?? null };
  }, [order, account, books]);
}
