import { useCallback } from 'react';
import { contentHash } from '#shared/domain/quote/content-hash';
import { addDays } from '#shared/lib/clock';
import { useBooks, useMe, useRecords } from '../../../client/hooks';
import { useToday } from '../../../records/use-today';
import { useOpenQuote } from './open-quote';
import { todaysPrices } from './todays-prices';

export interface Lifecycle {
  /** QUO-3: inside policy, at once, for exactly this content. False: not stored or refused, and the screen says why. */
  readonly approve: () => Promise<boolean>;
  readonly present: () => Promise<void>;
  readonly move: (to: 'accepted' | 'rejected') => Promise<void>;
  /** QUO-2: back to draft as the next revision; the old one is kept, its approval ends. */
  readonly revise: () => Promise<boolean>;
  /** A draft, or the next revision of what is no draft, at today's prices; undefined while these are not on this device. */
  readonly takeTodaysPrices: (() => Promise<void>) | undefined;
}

export function useLifecycle(): Lifecycle {
  const { editor } = useOpenQuote();
  const name = useMe()?.name ?? '';
  const approvals = useRecords('approval');
  const books = useBooks();
  const today = useToday();
  const { quote, priced } = useOpenQuote();

  const approve = useCallback(async () => {
    if (!priced || !(await editor.storeFirst())) return false;
    const now = editor.store.getState().quote;
    const args = { quoteId: now.id, contentHash: contentHash(now, priced), by: name, uses: [] };
    return editor.commit({ name: 'approveQuote', args }).ok;
  }, [editor, priced, name]);
  const present = useCallback(async () => {
    if (quote.state === 'draft' && !(await approve())) return;
    if (!(await editor.storeFirst())) return;
    editor.commit({ name: 'changeQuoteState', args: { id: quote.id, to: 'presented' } });
  }, [editor, quote, approve]);
  const move = useCallback(
    async (to: 'accepted' | 'rejected') => {
      if (await editor.storeFirst()) editor.commit({ name: 'changeQuoteState', args: { id: quote.id, to } });
    },
    [editor, quote.id],
  );
  const revise = useCallback(async () => {
    if (!(await editor.storeFirst())) return false;
    const { id, revision } = editor.store.getState().quote;
    const pending = approvals?.find((approval) => approval.quoteId === id && approval.state === 'pending');
    const args = { id, revision, approvalId: pending?.id ?? null };
    return editor.commit({ name: 'reviseQuote', args }).ok;
  }, [editor, approvals]);

  const book = books?.find(({ bookId }) => bookId === quote.priceBook.bookId);
  const takeTodaysPrices = useCallback(async () => {
    if (!book) return;
    if (editor.store.getState().quote.state !== 'draft' && !(await revise())) return;
    const now = editor.store.getState().quote;
    editor.perform(...todaysPrices(now, book, today, addDays(today, book.policy.quoteValidityDays)));
  }, [editor, revise, book, today]);
  return { approve, present, move, revise, takeTodaysPrices: book ? takeTodaysPrices : undefined };
}
