/** What a column of a pasted order holds. `other` is read by nobody: positions, totals, units, dates. */
export type OrderColumn = 'sku' | 'words' | 'quantity' | 'price' | 'other';

/** Headings as buyers' spreadsheets write them in the four languages and in German, in lower case without dots. */
const headings: readonly (readonly [OrderColumn, RegExp])[] = [
  [
    'other',
    /^(#|no|nr|pos|position|lp|l p|item no|№|№ п\/п|序号|total|line total|amount|sum|gesamt|wartość|razem|suma|сумма|итого|小计|金额|合计|unit|uom|currency|jm|ед изм|单位|delivery|date|vat|tax)$/u,
  ],
  [
    'sku',
    /^(sku|part( ?(no|number|nr|#))?|item( ?(code|number|id))?|product ?(code|id|no|number)|article( no)?|artikel(nummer|nr)?|p\/?n|mpn|code|indeks|kod( produktu)?|symbol|nr (katalogowy|artykułu)|артикул|код( товара)?|парт-?номер|产品编号|货号|料号|编号|型号)$/u,
  ],
  [
    'quantity',
    /^(quantity|qty|q-ty|units|count|pcs|order(ed)? ?(qty|quantity)|menge|anzahl|ilość|szt|liczba|количество|кол-?во|数量)$/u,
  ],
  [
    'price',
    /^((unit|net|list|your|target|offer) ?price|price( ?(per unit|each|\/ ?unit))?|each|rate|preis|einzelpreis|e-preis|cena( (jedn(ostkowa)?|netto|katalogowa))?|цена( за (ед(иницу)?|шт))?|单价|价格)( ?[([]?(eur|usd|pln|rub|cny|€|\$|zł|₽|¥)[)\]]?)?$/u,
  ],
  [
    'words',
    /^(description|name|product( ?name)?|item( ?(name|description))?|title|bezeichnung|beschreibung|artikelbezeichnung|opis|nazwa( (produktu|towaru))?|produkt|towar|описание|наименование|название|товар|描述|说明|名称|产品(名称)?|品名)$/u,
  ],
];

const headingOf = (cell: string): OrderColumn | undefined => {
  const text = cell.toLowerCase().replaceAll(/[.:*]/g, '').replaceAll(/\s+/g, ' ').trim();
  return headings.find(([, pattern]) => pattern.test(text))?.[0];
};

/** The columns a row of headings names; null when the row is none. */
export function columnsByHeading(cells: readonly string[]): readonly OrderColumn[] | null {
  const named = cells.map((cell) => (cell === '' ? 'other' : headingOf(cell)));
  const known = named.filter((name, index) => name !== undefined && cells[index] !== '').length;
  const filled = cells.filter((cell) => cell !== '').length;
  const findsProduct = named.includes('sku') || named.includes('words');
  if (!findsProduct || known < 2 || known * 2 < filled) return null;
  let seen: readonly OrderColumn[] = [];
  return named.map((name) => {
    // Of two columns of a kind the first is meant: a list price, and then a discounted one.
    const column = name === undefined || (name !== 'words' && seen.includes(name)) ? 'other' : name;
    seen = [...seen, column];
    return column;
  });
}

export const isWhole = (cell: string): boolean => /^\d{1,7}$/.test(cell.replaceAll(/[\s\u00A0\u202F]/g, ''));
const isNumber = (cell: string): boolean => /^\d[\d\s\u00A0\u202F.,'’]*$/.test(cell);
export const isMoney = (cell: string): boolean =>
  /^(\p{Sc}|[A-Z]{3}|zł|руб\.?|kr)?\s*\d[\d\s\u00A0\u202F.,'’]*\s*(\p{Sc}|[A-Z]{3}|zł|руб\.?|kr|元)?$/u.test(
    cell,
  );
const hasMoneySign = (cell: string): boolean =>
  isMoney(cell) && /\p{Sc}|[A-Z]{3}|zł|руб|kr|元|[.,]\d{2}\b/u.test(cell);
/** Letters and digits in one piece, or a piece with a dash: what a part number looks like. */
export const looksLikeSku = (text: string): boolean =>
  /^[\p{L}\d][\p{L}\d\-_./+#]{2,63}$/u.test(text) &&
  /\p{L}/u.test(text) &&
  (/\d/.test(text) || /\p{L}-\p{L}/u.test(text));

/** Finds the columns of rows without headings by what stands in them. */
export function columnsByContent(rows: readonly (readonly string[])[]): readonly OrderColumn[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns: OrderColumn[] = Array.from({ length: width }, () => 'other');
  const valuesAt = (index: number): string[] =>
    rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  const free = (): number[] => columns.flatMap((column, index) => (column === 'other' ? [index] : []));
  const share = (index: number, test: (cell: string) => boolean): number => {
    const values = valuesAt(index);
    return values.length === 0 ? 0 : values.filter(test).length / values.length;
  };
  const best = (candidates: readonly number[], test: (cell: string) => boolean): number | undefined => {
    const [first] = candidates
      .map((index) => ({ index, share: share(index, test) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || a.index - b.index);
    return first?.index;
  };

  const positions = positionColumn(rows);
  const unused = (): number[] => free().filter((index) => index !== positions);
  const sku = best(unused(), looksLikeSku);
  if (sku !== undefined) columns[sku] = 'sku';
  const figures = unused().filter((index) => share(index, isMoney) >= 0.5);
  const quantity =
    best(
      figures.filter((index) => share(index, hasMoneySign) < 0.5),
      isWhole,
    ) ?? figures.find((index) => share(index, isNumber) >= 0.5 && share(index, hasMoneySign) < 0.5);
  if (quantity !== undefined) columns[quantity] = 'quantity';
  // A price stands beside a quantity; the figure after it is the line's total.
  const price = figures.find((index) => index !== quantity);
  if (price !== undefined && quantity !== undefined) columns[price] = 'price';
  for (const index of unused()) {
    if (share(index, (cell) => /\p{L}{2}/u.test(cell)) >= 0.5 && !figures.includes(index))
      columns[index] = 'words';
  }
  return columns;
}

/** A first column that counts the rows: 1, 2, 3 and so on. */
function positionColumn(rows: readonly (readonly string[])[]): number | undefined {
  const first = rows.map((cells) => cells[0] ?? '');
  const counts = first.every((cell, index) => new RegExp(`^0*${String(index + 1)}[.)]?$`).test(cell));
  const hasOther = rows.some((cells) => cells.slice(1).some((cell) => isMoney(cell)));
  return rows.length > 2 && counts && hasOther ? 0 : undefined;
}
