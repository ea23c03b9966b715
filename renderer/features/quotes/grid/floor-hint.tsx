import { Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Breach, PricedAmounts } from '#shared/domain/pricing/priced';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { merge } from '#shared/lib/merge';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { breachText } from './breach-text';
import classes from './quote-grid.module.css';
import { changeForCell, type EditableColumn } from './set-cell';

interface Outlook {
  readonly amounts: PricedAmounts;
  readonly breaches: readonly Breach[];
}

/**
 * PR-24: under the cell that is open, what the figure typed so far would come to: unit price, margin, the minimum price, and any floor
 * it breaks. Worked out behind the typing, never before it; nothing is stored by it. Not while the customer looks.
 */
export function FloorHint({
  line,
  column,
  typed,
  children,
}: {
  readonly line: QuoteLine;
  readonly column: EditableColumn;
  readonly typed: string;
  readonly children: ReactElement;
}) {
  const { customerView } = useOpenQuote();
  // The whole quote is priced for it: once for a figure, not for each of its digits.
  const [settled] = useDebouncedValue(typed, pauseMs);
  const outlook = useOutlook(line, column, useDeferredValue(settled));
  const shown = customerView ? null : outlook;
  // Around the field always, shown or not: a field that came and went with the hint would lose what is being typed ("7." is no figure yet).
  return (
    <Tooltip
      opened={shown !== null}
      position="bottom-end"
      classNames={{ tooltip: classes['floorHint'] ?? '' }}
      label={shown && <OutlookFigures {...shown} />}
    >
      {children}
    </Tooltip>
  );
}

function OutlookFigures({ amounts, breaches }: Outlook) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { quote } = useOpenQuote();
  const price = (amount: string) => formats.unitPrice(amount, quote.currency, 4);
  return (
    <dl className={classes['floor']} aria-live="polite">
      <dt>{t('floor.net')}</dt>
      <dd>{price(amounts.sellUnit)}</dd>
      <dt>{t('floor.margin')}</dt>
      <dd>{amounts.marginPercent === null ? '—' : formats.percent(amounts.marginPercent)}</dd>
      {amounts.minimumUnit !== null && (
        <>
          <dt>{t('floor.minimum')}</dt>
          <dd>{price(amounts.minimumUnit)}</dd>
        </>
      )}
      {breaches.map((breach) => (
        <dd key={breach.floor} className={classes['floorBroken']}>
          {breachText(breach, t, formats)}
        </dd>
      ))}
    </dl>
  );
}

/** Between two keys of somebody who types a figure without stopping. */
const pauseMs = 120;

/** A figure whose decimals are still to come. */
const onTheWay = /[.,]\s*$/;

/** The line as it would be priced in the whole quote. null while nothing readable is typed, or it has no price. */
function useOutlook(line: QuoteLine, column: EditableColumn, typed: string): Outlook | null {
  const { input, pricedLines, breaches, locale, customerView } = useOpenQuote();
  return useMemo(() => {
    if (!input || customerView) return null;
    const { quote } = input;
    const change = changeForCell(quote, line, column, typed.replace(onTheWay, ''), locale);
    if (!change.ok) return null;
    // Nothing changed yet: what the line costs is known.
    const now = pricedLines.get(line.id);
    if (!change.value)
      return now?.status === 'priced'
        ? { amounts: now.amounts, breaches: breaches.get(line.id) ?? [] }
        : null;
    // Nothing of this is kept, so no mutation runs; it is only priced.
    if (change.value.name !== 'editQuoteItems') return null;
    const [edit] = change.value.args.edits;
    const items = quote.items.map((item) =>
      item === line || item.id === line.id ? merge(line, edit?.changes ?? {}) : item,
    );
    const priced = priceQuote({ ...input, quote: { ...quote, items } });
    const found = priced.lines.find(({ lineId }) => lineId === line.id);
    if (found?.status !== 'priced') return null;
    return {
      amounts: found.amounts,
      breaches: priced.breaches.filter(({ lineId }) => lineId === line.id),
    };
  }, [input, pricedLines, breaches, customerView, line, column, typed, locale]);
}
