import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconHourglass, IconLock, IconPercentage, IconTrendingUp } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Charge } from '#shared/domain/catalog/product';
import type { Formats } from '../../../ui/format-values';
import type { FigureField } from '../input/cell-draft';
import type { GridRow, LineRow } from './grid-rows';
import classes from './quote-grid.module.css';

export interface CellTexts {
  readonly t: TFunction<'quotes'>;
  readonly formats: Formats;
}

/** A figure, or the text that was typed in its place and is not one. */
export function FigureCell({
  row,
  field,
  children,
}: {
  readonly row: LineRow;
  readonly field: FigureField;
  readonly children: React.ReactNode;
}) {
  const draft = row.drafts[field];
  if (!draft) return <>{children}</>;
  return (
    <span className={classes['draft']} aria-invalid="true">
      {draft.text}
    </span>
  );
}

/** What is charged and for how long; a dated line says when it ends (PR-12). */
export function TermCell({ row, t, formats }: CellTexts & { readonly row: LineRow }) {
  if (row.priced?.status !== 'priced') return null;
  const { charge, period } = row.priced.amounts;
  const kind = chargeText(charge, t);
  if (!period) return <span className={classes['charge']}>{withMonths(row, charge, t)}</span>;
  const dates = `${formats.day(period.startsOn)} – ${formats.day(period.endsOn)}`;
  return (
    <span className={classes['charge']} title={`${kind}, ${dates}`}>
      {t('term.until', { day: formats.day(period.endsOn) })}
    </span>
  );
}

function withMonths({ line }: LineRow, charge: Charge, t: TFunction<'quotes'>): string {
  if (charge.kind !== 'recurring') return chargeText(charge, t);
  const end = line.term?.end;
  const count = end?.kind === 'months' ? end.months : charge.termMonths;
  return `${chargeText(charge, t)} · ${t('charge.months', { count })}`;
}

function chargeText(charge: Charge, t: TFunction<'quotes'>): string {
  switch (charge.kind) {
    case 'one-time':
      return t('charge.once');
    case 'usage':
      return t('charge.usage');
    case 'recurring':
      return t(`charge.${charge.period}`);
    default:
      return charge satisfies never;
  }
}

const basisIcons = { fixed: IconLock, markup: IconTrendingUp, margin: IconPercentage } as const;

/** Marks a price that does not start from the list. */
export function SellBasisMark({ row, t, formats }: CellTexts & { readonly row: LineRow }) {
  const { sell } = row.line;
  if (sell.kind === 'list') return null;
  const Icon = basisIcons[sell.kind];
  const text =
    sell.kind === 'fixed' ? t('basis.fixed') : `${t(`basis.${sell.kind}`)} ${formats.percent(sell.percent)}`;
  return (
    <Tooltip label={text}>
      <span className={classes['basis']}>
        <Icon size={12} stroke={2} aria-hidden />
        <VisuallyHidden>{text}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** A figure beyond a floor (PR-24). */
export function FloorMark({ text }: { readonly text: string }) {
  return (
    <Tooltip label={text}>
      <span className={classes['over']}>
        <IconHourglass size={12} aria-hidden />
        <VisuallyHidden>{text}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** An amount of the line: nothing while it is being read, a dash when it has no price. */
export function amountOf(
  row: GridRow,
  pick: (amounts: Extract<NonNullable<LineRow['priced']>, { status: 'priced' }>['amounts']) => string,
): string | null | undefined {
  // What comes with a bundle says so once, not in zeros.
  if (row.kind !== 'line' || row.included) return undefined;
  if (!row.priced) return undefined;
  return row.priced.status === 'priced' ? pick(row.priced.amounts) : null;
}
