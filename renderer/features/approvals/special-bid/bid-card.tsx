import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecordState } from '../../../client/hooks';
import { SpecialBidBadge } from '../../../records/special-bid-badge';
import { useSave } from '../../../records/use-save';
import { useToday } from '../../../records/use-today';
import { Amount } from '../../../ui/amount';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { StateBadge } from '../../../ui/state-badge';
import { SyncMark } from '../../../ui/sync-mark';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useUndo } from '../../../ui/use-undo';
import classes from './special-bid.module.css';
import { putBidIntoQuote, withdrawSpecialBid } from './commands';

/** One request for special prices: what was wanted, what the vendor said, and what can be done with it. */
export function BidCard({ bid, quote }: { readonly bid: SpecialBid; readonly quote: Quote }) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const sync = useRecordState('specialBid', bid.id);
  return (
    <article
      className={classes['bid']}
      aria-label={bid.number ?? t('bid.of', { when: formats.instant(bid.requestedAt) })}
    >
      <div className={classes['head']}>
        <span className={classes['name']}>
          {bid.number ?? t('bid.of', { when: formats.instant(bid.requestedAt) })}
        </span>
        <SpecialBidBadge state={bid.state} />
        <SyncMark state={sync} compact={sync === 'accepted'} />
      </div>
      {bid.justification !== '' && <p className={classes['words']}>{bid.justification}</p>}
      {bid.competitor !== '' && (
        <p className={classes['quiet']}>{t('bid.against', { name: bid.competitor })}</p>
      )}
      <BidPrices bid={bid} />
      {bid.decision && (
        <p className={classes['words']}>
          {t('bid.decided', { name: bid.decision.by, when: formats.instant(bid.decision.at) })}
          {bid.decision.comment !== '' && `: ${bid.decision.comment}`}
        </p>
      )}
      <BidActions bid={bid} quote={quote} />
    </article>
  );
}

function BidPrices({ bid }: { readonly bid: SpecialBid }) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const termOf = (sku: string) => bid.terms.find((term) => term.sku === sku);
  const granted = (sku: string) => {
    const term = termOf(sku);
    if (!term) return '\u2014';
    return term.price.kind === 'net'
      ? formats.unitPrice(term.price.unitPrice)
      : t('bid.percentOff', { percent: formats.percent(term.price.percent) });
  };
  const most = (sku: string) => {
    const maxQuantity = termOf(sku)?.maxQuantity;
    return maxQuantity === undefined || maxQuantity === null ? '\u2014' : formats.number(maxQuantity);
  };
  return (
    <PlainTable
      label={t('bid.prices')}
      rows={bid.wanted}
      rowKey={({ lineId }) => lineId}
      columns={[
        { key: 'sku', title: t('bid.sku'), render: ({ sku }) => sku },
        {
          key: 'quantity',
          title: t('lines.quantity'),
          width: '84px',
          align: 'right',
          render: ({ quantity }) => formats.number(quantity),
        },
        {
          key: 'wanted',
          title: t('bid.wanted', { currency: bid.currency }),
          width: '150px',
          align: 'right',
          render: ({ unitPrice }) => <Amount value={unitPrice} unit />,
        },
        ...(bid.state === 'granted'
          ? ([
              {
                key: 'granted',
                title: t('bid.granted'),
                width: '150px',
                align: 'right',
                render: ({ sku }: SpecialBid['wanted'][number]) => granted(sku),
              },
              {
                key: 'most',
                title: t('bid.most'),
                width: '110px',
                align: 'right',
                render: ({ sku }: SpecialBid['wanted'][number]) => most(sku),
              },
            ] as const)
          : []),
      ]}
    />
  );
}

function BidActions({ bid, quote }: { readonly bid: SpecialBid; readonly quote: Quote }) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const today = useToday();
  const save = useSave();
  const undoable = useUndo();
  const { busy, run } = useOneAtATime();
  const put = (id: string | null, text: string) =>
    run(() => {
      const before = quote.specialBidId ?? null;
      const undo = () => putBidIntoQuote(save, quote, before);
      return undoable(putBidIntoQuote(save, quote, id), { text, undo });
    });
  if (bid.state === 'requested') {
    return (
      <Button variant="default" loading={busy} onClick={() => void run(() => withdrawSpecialBid(save, bid))}>
        {t('bid.withdraw')}
      </Button>
    );
  }
  if (bid.state !== 'granted') return null;
  const ended = bid.validUntil !== null && bid.validUntil <= today;
  const used = quote.specialBidId === bid.id;
  return (
    <div className={classes['actions']}>
      {used ? (
        <>
          <StateBadge tone="good" icon={IconCheck} label={t('bid.inUse')} />
          {isEditable(quote.state) && (
            <Button variant="subtle" loading={busy} onClick={() => void put(null, t('bid.removed'))}>
              {t('bid.remove')}
            </Button>
          )}
        </>
      ) : (
        !ended &&
        isEditable(quote.state) && (
          <Button loading={busy} onClick={() => void put(bid.id, t('bid.put'))}>
            {t('bid.use')}
          </Button>
        )
      )}
      {bid.validUntil !== null && (
        <span className={classes['quiet']}>
          {ended
            ? t('bid.ended', { day: formats.day(bid.validUntil) })
            : t('bid.until', { day: formats.day(bid.validUntil) })}
        </span>
      )}
    </div>
  );
}
