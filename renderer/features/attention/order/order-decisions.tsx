import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { canMove } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../../client/client-context';
import { useRecords } from '../../../client/hooks';
import type { AttentionRow } from '../../../db/rows';
import { newPricesFor } from '../../../records/use-new-prices';
import { newPricesPath } from '../../../records/price-drift-notice';
import { useBooks } from '../../../client/hooks';
import { useSave } from '../../../records/use-save';
import { DecisionList, type Decision } from '../../../ui/decision-list';
import { useFormats } from '../../../ui/formats';
import type { ResolveError } from '../../../sync/resolve-attention';

interface OrderDecisionsProps {
  readonly item: AttentionRow;
  /** As it is now; null: not on this device. */
  readonly quote: Quote | null;
  readonly onDiscard: () => void;
  readonly onFailed: (error: ResolveError) => void;
}

/** The ways on after an order was not taken at its prices. */
export function OrderDecisions({ item, quote, onDiscard, onFailed }: OrderDecisionsProps) {
  const { t } = useTranslation('attention');
  const formats = useFormats();
  const navigate = useNavigate();
  const { attention } = useClient();
  const books = useBooks();
  const approvals = useRecords('approval');
  const save = useSave();
  const [working, setWorking] = useState(false);
  const ordered = quote?.state === 'ordered';
  const draft = quote?.state === 'draft';
  const canReprice = quote !== null && (draft || canMove(quote.state, 'draft'));

  const reprice = async (): Promise<void> => {
    if (!quote) return;
    setWorking(true);
    const waiting = approvals?.find(({ quoteId, state }) => quoteId === quote.id && state === 'pending');
    const { id, revision } = quote;
    const revised = draft || (await save('reviseQuote', { id, revision, approvalId: waiting?.id ?? null }));
    // Of the revision that was ordered nothing can be ordered any more: the old order is settled, and stays readable among what is.
    const settled = revised ? await attention.discard(item.id) : null;
    setWorking(false);
    if (!settled) return;
    if (!settled.ok && settled.error.type !== 'already-resolved') return onFailed(settled.error);
    const newer = newPricesFor({ ...quote, state: 'draft' }, books ?? []);
    const offered = books?.some(({ bookId }) => bookId === quote.priceBook.bookId);
    await navigate(newer || !offered ? newPricesPath(id) : `/quotes/${id}`);
  };
  const again = async (): Promise<void> => {
    setWorking(true);
    const sent = await attention.resubmit(item.id, item.args);
    setWorking(false);
    if (sent.ok) await navigate('/attention');
    else onFailed(sent.error);
  };

  const decisions: readonly (Decision | false | null)[] = [
    canReprice &&
      quote && {
        key: 'reprice',
        title: t('order.reprice.title'),
        text: draft
          ? t('order.reprice.draft')
          : t('order.reprice.text', { revision: formats.number(quote.revision + 1) }),
        action: (
          <Button loading={working} disabled={!approvals || !books} onClick={() => void reprice()}>
            {t('order.reprice.action')}
          </Button>
        ),
      },
    quote &&
      !ordered && {
        key: 'bid',
        title: t('order.bid.title'),
        text: t('order.bid.text'),
        action: (
          <Button component={Link} to={`/quotes/${quote.id}/special-bid`} variant="default">
            {t('order.bid.action')}
          </Button>
        ),
      },
    // A day that is over does not come back.
    !ordered &&
      item.rejection.type !== 'quote-expired' && {
        key: 'again',
        title: t('order.again.title'),
        text: t('order.again.text'),
        action: (
          <Button variant="default" disabled={working} onClick={() => void again()}>
            {t('order.again.action')}
          </Button>
        ),
      },
    {
      key: 'give-up',
      title: t('order.giveUp.title'),
      text: t('order.giveUp.text'),
      action: (
        <Button variant="subtle" color="red" disabled={working} onClick={onDiscard}>
          {t('order.giveUp.action')}
        </Button>
      ),
    },
  ];
  return (
    <DecisionList
      label={t('order.decide')}
      decisions={decisions.filter((decision): decision is Decision => Boolean(decision))}
    />
  );
}
