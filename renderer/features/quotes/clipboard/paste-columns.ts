/** What a column of pasted cells holds. */
export type PasteColumn = 'sku' | 'description' | 'quantity' | 'discount';

export interface PasteLayout {
  /** Index of the column that holds it; absent when none does. */
  readonly columns: Partial<Record<PasteColumn, number>>;
  /** Rows of headings at the top. */
  readonly headingRows: 0 | 1;
}

/** Headings as reseller spreadsheets write them in the four languages, in lower case without dots. */
const headings: Readonly<Record<PasteColumn, readonly RegExp[]>> = {
  sku: [
    /^(sku|part( ?n(o|umber|r))?|item( ?n(o|umber))?|product (code|id|number)|p\/?n|mpn|code)$/,
    /^(indeks|kod( produktu)?|symbol|nr (katalogowy|artykułu))$/,
    /^(артикул|код( товара)?|парт-?номер)$/,
    /^(产品编号|货号|料号|编号|型号)$/,
  ],
  description: [
    /^(description|name|product( name)?|item|title)$/,
    /^(opis|nazwa( produktu)?|produkt)$/,
    /^(описание|наименование|название|товар)$/,
    /^(描述|说明|名称|产品(名称)?)$/,
  ],
  quantity: [
    /^(quantity|qty|units|count|pcs)$/,
    /^(ilość|szt|liczba)$/,
    /^(количество|кол-?во)$/,
    /^(数量)$/,
  ],
  discount: [/^(discount|disc)( ?%)?$/, /^(rabat|upust)( ?%)?$/, /^(скидка)(,? ?%)?$/, /^(折扣)( ?%)?$/],
};

const columnNames = Object.keys(headings) as PasteColumn[];
const headingOf = (cell: string): PasteColumn | undefined => {
  const text = cell.toLowerCase().replaceAll('.', '').trim();
  return columnNames.find((name) => headings[name].some((pattern) => pattern.test(text)));
};

/**
 * Finds what each column holds: by its headings when there are any, else SKU first, then words (description), then the first figures
 * (quantity), and for the discount the next column with a percent sign, or the only column after the quantity if no figure in it
 * looks like a price.
 */
export function layoutOf(rows: readonly (readonly string[])[]): PasteLayout {
  const named = columnsByHeading(rows[0] ?? []);
  if (named) return { columns: named, headingRows: 1 };
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columnAt = (index: number): string[] =>
    rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  const indexes = Array.from({ length: width }, (_, index) => index);
  const quantity = indexes.find((index) => index > 0 && mostly(columnAt(index), isFigure));
  const description = indexes.find(
    (index) => index > 0 && index < (quantity ?? width) && columnAt(index).length > 0,
  );
  const after = quantity === undefined ? [] : indexes.filter((index) => index > quantity);
  const discount =
    after.find((index) => columnAt(index).some((cell) => cell.endsWith('%'))) ??
    (after.length === 1 ? after.find((index) => columnAt(index).every(isBarePercent)) : undefined);
  return {
    headingRows: 0,
    columns: {
      sku: 0,
      ...(description === undefined ? {} : { description }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(discount === undefined ? {} : { discount }),
    },
  };
}

function columnsByHeading(cells: readonly string[]): Partial<Record<PasteColumn, number>> | null {
  const columns: Partial<Record<PasteColumn, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const name = headingOf(cell);
    if (name && columns[name] === undefined) columns[name] = index;
  }
  const found = Object.keys(columns).length;
  return columns.sku !== undefined && (found > 1 || cells.length === 1) ? columns : null;
}

const isFigure = (cell: string): boolean => /^[+-]?\d[\d\s.,'’]*%?$/.test(cell);
/** 0 to 100 with at most one decimal: "12.50" is money. */
const isBarePercent = (cell: string): boolean => /^(100|\d{1,2}([.,]\d)?)$/.test(cell);
const mostly = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length * 2 >= cells.length;
