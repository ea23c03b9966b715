import { Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHourglass,
  IconLock,
  IconPercentage,
  IconTrendingUp,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Charge } from '#shared/domain/catalog/product';
import type { Formats } from '../../../ui/format-values';
import type { FigureField } from '../input/cell-draft';
import type { GridRow, LineRow } from './grid-rows';
import classes from './quote-grid.module.css';
import { rowMessages } from './row-messages';

export interface CellTexts {
  readonly t: TFunction<'quotes'>;
  readonly formats: Formats;
}

/** The words of a line: its description, and under it the note for the customer and what is wrong. */
export function DescriptionCell({ row, t, formats }: CellTexts & { readonly row: LineRow }) {
  const messages = rowMessages(row, t, formats);
  const { description, note, optional } = row.line;
  return (
    <div className={classes['words']}>
      <span className={classes['clip']} title={description.length > 40 ? description : undefined}>
        {optional && <span className={classes['tag']}>{t('optional')}</span>}
        {description}
      </span>
      {note !== '' && <span className={classes['note']}>{note}</span>}
      {messages.length > 0 && (
        <span className={classes['message']} title={messages.join(' · ')}>
          <IconAlertTriangle size={12} aria-hidden /> {messages.join(' · ')}
        </span>
      )}
    </div>
  );
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

export function ChargeCell({ charge, t }: { readonly charge: Charge; readonly t: TFunction<'quotes'> }) {
  switch (charge.kind) {
    case 'one-time':
      return <span className={classes['charge']}>{t('charge.once')}</span>;
    case 'usage':
      return <span className={classes['charge']}>{t('charge.usage')}</span>;
    case 'recurring':
      return (
        <span className={classes['charge']}>
          {t(`charge.${charge.period}`)} · {t('charge.months', { count: charge.termMonths })}
        </span>
      );
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
  if (row.kind !== 'line') return undefined;
  if (!row.priced) return undefined;
  return row.priced.status === 'priced' ? pick(row.priced.amounts) : null;
}
