import type { Content, TableCell } from 'pdfmake/interfaces';
import { compare } from '../../domain/money/exact';
import { decimal } from '../../domain/money/parse-decimal';
import { type DocumentKit, heading, label } from './document-kit';
import { colors, sizes } from './page';

interface TotalRow {
  readonly text: string;
  /** Formatted; null for a row that only says something. */
  readonly amount: string | null;
  readonly weight: 'muted' | 'plain' | 'strong' | 'grand';
}

const isSomething = (value: string): boolean => decimal(value).n !== 0n;

/** Net, one-time and recurring, tax by group with its reason, gross: each figure as priced (PR-3, PR-40). */
function totalRows({ input, formats, texts }: DocumentKit): TotalRow[] {
  const { totals } = input.priced;
  const isReduced = compare(decimal(totals.list), decimal(totals.sell)) > 0;
  const isSplit = isSomething(totals.oneTimeSell) && isSomething(totals.recurringSell);
  return [
    ...(isReduced
      ? [{ text: texts.totalAtList, amount: formats.amount(totals.list), weight: 'muted' } as const]
      : []),
    { text: texts.net, amount: formats.amount(totals.sell), weight: 'strong' },
    ...(isSplit
      ? ([
          { text: texts.ofWhichOneTime, amount: formats.amount(totals.oneTimeSell), weight: 'muted' },
          { text: texts.ofWhichRecurring, amount: formats.amount(totals.recurringSell), weight: 'muted' },
        ] as const)
      : []),
    ...totals.taxGroups.flatMap((group): TotalRow[] => [
      {
        text: texts.tax(formats.rate(group.percent), formats.amount(group.net)),
        amount: formats.amount(group.tax),
        weight: 'plain',
      },
      ...(group.reason === null
        ? []
        : [{ text: texts.taxReason[group.reason], amount: null, weight: 'muted' } as const]),
    ]),
    { text: texts.gross, amount: formats.total(totals.gross), weight: 'grand' },
  ];
}

function cells(kit: DocumentKit, row: TotalRow): TableCell[] {
  const isGrand = row.weight === 'grand';
  const style = {
    bold: isGrand || row.weight === 'strong',
    fontSize: isGrand ? 12 : row.weight === 'muted' ? 8.5 : sizes.body,
    color: isGrand ? kit.accent.onArea : row.weight === 'muted' ? colors.muted : colors.text,
    ...(isGrand ? { fillColor: kit.accent.area } : {}),
  };
  if (row.amount === null) return [{ ...style, text: label(kit, row.text), colSpan: 2 }, {}];
  return [
    { ...style, text: label(kit, row.text) },
    { ...style, text: label(kit, row.amount), alignment: 'right', noWrap: true },
  ];
}

export function totals(kit: DocumentKit): Content {
  const rows = totalRows(kit);
  const amountsBegin = (index: number): boolean =>
    index > 0 && index < rows.length && rows[index]?.weight === 'plain';
  return {
    unbreakable: true,
    margin: [0, 8, 0, 26],
    stack: [
      heading(kit, kit.texts.summary),
      {
        columns: [
          { width: '*', text: '' },
          {
            width: 360,
            table: { widths: ['*', 'auto'], body: rows.map((row) => cells(kit, row)) },
            layout: {
              hLineWidth: (index) => (amountsBegin(index) ? 0.5 : 0),
              hLineColor: () => colors.rule,
              vLineWidth: () => 0,
              paddingLeft: (index) => (index === 0 ? 10 : 8),
              paddingRight: () => 10,
              paddingTop: (index) => (rows[index]?.weight === 'grand' ? 8 : 4),
              paddingBottom: (index) => (rows[index]?.weight === 'grand' ? 8 : 4),
            },
          },
        ],
      },
    ],
  };
}
