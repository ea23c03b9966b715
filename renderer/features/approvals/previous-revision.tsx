import { useTranslation } from 'react-i18next';
import { revisionId } from '#shared/domain/quote/quote-revision';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecord } from '../../client/hooks';
import { ApprovalFigures } from '../../records/approval/approval-figures';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './approvals.module.css';
import { figuresOf } from './commands';
import { compareLines, type LineDifference } from './compare-lines';
import { usePricedFile, type PricedFileState } from './queries';

const shown = 100;

/** QUO-2: what is different from the revision before, if there was one: the figures and the lines. */
export function PreviousRevision({
  quote,
  revision,
  file,
}: {
  readonly quote: Quote;
  readonly revision: number;
  readonly file: PricedFileState;
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const before = useRecord('quoteRevision', revision > 1 ? revisionId(quote.id, revision - 1) : null);
  const old = usePricedFile(before?.quote);
  if (!before) return null;
  const differences = compareLines(before.quote, quote);
  const change = ({ was, is }: LineDifference, of: 'quantity' | 'discountPercent') => {
    const text = (value: string) => (of === 'quantity' ? formats.number(value) : formats.percent(value));
    if (!was || !is || was[of] === is[of]) return text((is ?? was)?.[of] ?? '0');
    return t('previous.fromTo', { from: text(was[of]), to: text(is[of]) });
  };
  return (
    <Section title={t('previous.title', { revision: revision - 1 })} count={differences.length}>
      {differences.length === 0 ? (
        <p className={classes['text']}>{t('previous.same')}</p>
      ) : (
        <PlainTable
          label={t('tableOf', { title: t('previous.title', { revision: revision - 1 }) })}
          rows={differences.slice(0, shown)}
          rowKey={({ lineId }) => lineId}
          columns={[
            {
              key: 'kind',
              title: t('previous.change'),
              width: '110px',
              render: ({ kind }) => t(`previous.${kind}`),
            },
            {
              key: 'line',
              title: t('lines.description'),
              render: ({ was, is }) => `${(is ?? was)?.sku ?? ''} · ${(is ?? was)?.description ?? ''}`,
            },
            {
              key: 'quantity',
              title: t('lines.quantity'),
              width: '140px',
              align: 'right',
              render: (row) => change(row, 'quantity'),
            },
            {
              key: 'discount',
              title: t('lines.discount'),
              width: '160px',
              align: 'right',
              render: (row) => change(row, 'discountPercent'),
            },
          ]}
        />
      )}
      {old.status === 'ready' && file.status === 'ready' && (
        <div className={classes['figures']}>
          <ApprovalFigures
            figures={figuresOf(old.priced)}
            after={figuresOf(file.priced)}
            currency={quote.currency}
            heads={[t('previous.before'), t('previous.now')]}
          />
        </div>
      )}
    </Section>
  );
}
