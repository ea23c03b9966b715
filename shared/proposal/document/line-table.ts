import type { Content, ContentText, TableCell } from 'pdfmake/interfaces';
import type { OfferedLine } from '../offered-lines';
import type { ProposalPlace } from '../proposal';
import { chunkText } from '../text/chunk-text';
import type { SetText } from '../text/typesetter';
import { type DocumentKit, label, textOf } from './document-kit';
import { lineDetails } from './line-details';
import { figuresOf, type LineColumn, type LineColumns } from './line-columns';
import { cellGap, colors, contentWidth } from './page';

export interface LineTable {
  readonly title: string;
  /** What the reader must know on every page of the table, under its title. */
  readonly remark: string;
  /** Of the title: the wording's own, or a section of the quote. */
  readonly titleOrigin: { readonly place: ProposalPlace; readonly itemId: string | null };
  readonly lines: readonly OfferedLine[];
  /** A last row with a sum, already formatted. */
  readonly sum: { readonly text: string; readonly amount: string } | null;
  readonly columns: LineColumns;
}

interface Row {
  readonly cells: TableCell[];
  /** A rule is drawn above rows that begin something. */
  readonly begins: boolean;
  readonly isSum: boolean;
}

/** Rows don't break over pages, and the writer loses what does not fit on one: no cell gets more lines than this. */
const maxCellLines = 12;
/** A note up to this length stays in the line's own cell, so that both are on one page. */
const shortNote = 240;

const alignment = (column: LineColumn): 'left' | 'right' =>
  column === 'description' || column === 'term' || column === 'number' ? 'left' : 'right';

/** A table whose head comes again on every page it reaches; long texts flow on in rows of their own. */
export function lineTable(kit: DocumentKit, table: LineTable): Content {
  const { columns } = table;
  const rows = [...table.lines.flatMap((line) => lineRows(kit, columns, line)), ...sumRow(kit, table)];
  const last = rows.length;
  return {
    fontSize: columns.fontSize,
    margin: [0, 0, 0, 18],
    table: {
      widths: [...columns.widths],
      headerRows: 1,
      keepWithHeaderRows: last === 0 ? 0 : 1,
      dontBreakRows: true,
      body: [head(kit, table), ...rows.map(({ cells }) => cells)],
    },
    layout: {
      hLineWidth: (index) => {
        if (index === 0) return 0;
        if (index === 1) return 1;
        if (index > last) return 0.5;
        return rows[index - 1]?.begins === true ? 0.5 : 0;
      },
      hLineColor: (index) => (index === 1 || rows[index - 1]?.isSum === true ? kit.accent.ink : colors.rule),
      vLineWidth: () => 0,
      paddingLeft: (index) => (index === 0 ? 0 : cellGap),
      paddingRight: (index) => (index === columns.names.length - 1 ? 0 : cellGap),
      paddingTop: (index) => (index === 0 ? 3 : rows[index - 1]?.begins === true ? 5 : 2),
      paddingBottom: () => 5,
    },
  };
}

function head(kit: DocumentKit, { title, remark, titleOrigin, columns }: LineTable): TableCell[] {
  const heading = { text: kit.typesetter.set(title, titleOrigin), bold: true, color: kit.accent.ink };
  const stack: Content[] = [{ ...heading, fontSize: columns.fontSize + (remark === '' ? 1.5 : 4) }];
  if (remark !== '')
    stack.push({ text: label(kit, remark), fontSize: columns.fontSize * 0.88, color: colors.muted });
  return columns.names.map((name): TableCell => {
    if (name === 'number') return { stack, colSpan: 2 };
    if (name === 'description') return {};
    return {
      text: label(kit, kit.texts.columns[name]),
      alignment: alignment(name),
      fontSize: columns.fontSize * 0.88,
      color: colors.muted,
      margin: [0, remark === '' ? 2 : 6, 0, 0],
    };
  });
}

function lineRows(kit: DocumentKit, columns: LineColumns, line: OfferedLine): Row[] {
  const origin = { itemId: line.id, lineNumber: line.number };
  const set = (text: string, place: ProposalPlace): SetText => kit.typesetter.set(text, { place, ...origin });
  const descriptionWidth = ((columns.widths[1] ?? 0) - (line.isPart ? 10 : 0)) / columns.fontSize;
  const [description = '', ...moreDescription] = chunkText(line.description, descriptionWidth, maxCellLines);
  const keepsNote =
    line.note.length <= shortNote && moreDescription.length === 0 && !line.note.includes('\n\n\n');
  const noteWidth = (contentWidth - (columns.widths[0] ?? 0) - cellGap) / columns.fontSize;
  const noteRows = keepsNote ? [] : chunkText(line.note, noteWidth, maxCellLines);

  const details = lineDetails(kit, line);
  const descriptionCell: TableCell = {
    ...(line.isPart ? { margin: [10, 0, 0, 0] as [number, number, number, number] } : {}),
    stack: [
      { text: set(description, 'description'), lineHeight: 1.1 },
      {
        text: set(line.sku, 'sku'),
        fontSize: columns.fontSize * 0.86,
        color: colors.muted,
        margin: [0, 1, 0, 0],
      },
      ...details.map((text) => ({
        text: label(kit, text),
        fontSize: columns.fontSize * 0.86,
        color: colors.muted,
        margin: [0, 1, 0, 0] as [number, number, number, number],
      })),
      ...(keepsNote && line.note.trim() !== ''
        ? [
            {
              ...note(columns),
              text: set(line.note.trim(), 'note'),
              margin: [0, 3, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
    ],
  };
  return [
    { cells: figureCells(kit, columns, line, descriptionCell), begins: true, isSum: false },
    ...moreDescription.map((text) => spanning(columns, { text: set(text, 'description'), lineHeight: 1.1 })),
    ...noteRows.map((text) => spanning(columns, { ...note(columns), text: set(text, 'note') })),
  ];
}

const note = (columns: LineColumns) => ({
  fontSize: columns.fontSize * 0.94,
  color: colors.muted,
  lineHeight: 1.15,
});

function figureCells(
  kit: DocumentKit,
  columns: LineColumns,
  line: OfferedLine,
  description: TableCell,
): TableCell[] {
  const figures = figuresOf(kit, line);
  return columns.names.map((name): TableCell => {
    if (name === 'description') return description;
    const text = textOf(kit, figures[name], 'label');
    if (name === 'number') return { text, color: colors.muted };
    if (name === 'term' && figures.period !== '')
      return {
        stack: [
          { text, noWrap: true },
          {
            text: label(kit, figures.period),
            fontSize: columns.fontSize * 0.86,
            color: colors.muted,
            noWrap: true,
            margin: [0, 1, 0, 0],
          },
        ],
      };
    const color = name === 'list' || name === 'discount' ? colors.muted : colors.text;
    return { text, alignment: alignment(name), noWrap: true, color, bold: name === 'amount' && !line.isPart };
  });
}

/** A row of one cell from the description to the right edge. */
function spanning(columns: LineColumns, cell: ContentText): Row {
  const span = columns.names.length - 1;
  return {
    cells: [
      { text: '' },
      { ...cell, colSpan: span },
      ...Array.from({ length: span - 1 }, (): TableCell => ({})),
    ],
    begins: false,
    isSum: false,
  };
}

function sumRow(kit: DocumentKit, { columns, sum, titleOrigin }: LineTable): Row[] {
  if (sum === null) return [];
  const span = columns.names.length - 1;
  const fill = kit.accent.tint;
  return [
    {
      cells: [
        {
          text: kit.typesetter.set(sum.text, titleOrigin),
          colSpan: span,
          alignment: 'right',
          color: kit.accent.ink,
          fillColor: fill,
        },
        ...Array.from({ length: span - 1 }, (): TableCell => ({})),
        {
          text: textOf(kit, sum.amount, 'label'),
          alignment: 'right',
          bold: true,
          noWrap: true,
          fillColor: fill,
        },
      ],
      begins: true,
      isSum: true,
    },
  ];
}
