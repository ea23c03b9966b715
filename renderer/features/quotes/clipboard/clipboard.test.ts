import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine, aPricedLine, aProduct, aSection } from '../a-quote.test-kit';
import { itemCells } from './item-cells';
import { pastedItems, pastedSkus, type Pasted } from './pasted-items';
import { readCells, type TableLike } from './read-cells';
import { writeCells } from './write-cells';

const noTables = () => [];
const readPlain = (plain: string) => readCells({ plain, html: '', tablesOf: noTables });
const table = (...rows: string[][]): TableLike => ({
  rows: rows.map((cells) => ({ cells: cells.map((textContent) => ({ textContent })) })),
});

describe('readCells', () => {
  it('reads rows and columns as a spreadsheet copies them', () => {
    expect(readPlain('HS-EPP\tEndpoint\t5\r\nHS-XDR\tDetection\t2\r\n')).toEqual([
      ['HS-EPP', 'Endpoint', '5'],
      ['HS-XDR', 'Detection', '2'],
    ]);
  });

  it('keeps line breaks, tabs and quotes inside a quoted cell', () => {
    expect(readPlain('HS-EPP\t"Endpoint\nwith ""support""\tand care"\t5')).toEqual([
      ['HS-EPP', 'Endpoint\nwith "support"\tand care', '5'],
    ]);
  });

  it('loses nothing when a quote never closes', () => {
    expect(readPlain('DISK-3\t"3.5 inch\nHS-EPP\tEndpoint').flat().join(' ')).toContain('HS-EPP');
    expect(readPlain('DISK-3\t3.5" disk\t4')).toEqual([['DISK-3', '3.5" disk', '4']]);
  });

  it('leaves out empty rows and the blanks around cells', () => {
    expect(readPlain('\t\t\n HS-EPP \t\u00A05\u00A0\n\n')).toEqual([['HS-EPP', '5']]);
  });

  it('takes semicolons or commas where every line has them', () => {
    expect(readPlain('HS-EPP;5\nHS-XDR;2')).toEqual([
      ['HS-EPP', '5'],
      ['HS-XDR', '2'],
    ]);
    expect(readPlain('HS-EPP, annual\nHS-XDR')).toEqual([['HS-EPP, annual'], ['HS-XDR']]);
  });

  it('reads pasted HTML as the text of its table cells and nothing else', () => {
    const html = '<table><tr><td>HS-EPP<script>alert(1)</script></td><td>5</td></tr></table>';
    const asked: string[] = [];
    const tablesOf = (source: string) => {
      asked.push(source);
      return [table(['HS-EPP', '5'])];
    };
    expect(readCells({ plain: '', html, tablesOf })).toEqual([['HS-EPP', '5']]);
    expect(readCells({ plain: html, html: '', tablesOf })).toEqual([['HS-EPP', '5']]);
    expect(asked).toEqual([html, html]);
  });

  it('prefers the plain text when a spreadsheet gives both', () => {
    const tablesOf = () => [table(['from', 'html'])];
    expect(readCells({ plain: 'HS-EPP\t5', html: '<table/>', tablesOf })).toEqual([['HS-EPP', '5']]);
  });
});

let counter = 0;
const paste = (text: string, locale = 'en'): Pasted =>
  pastedItems({
    rows: readPlain(text),
    product: (sku) => (/^HS-/i.test(sku) ? aProduct({ sku: sku.toUpperCase() }) : undefined),
    language: 'pl',
    locale,
    newId: () => `new-${(counter += 1)}`,
  });
const summary = ({ items }: Pasted) =>
  items.map((item) =>
    item.kind === 'section'
      ? `# ${item.title}`
      : [item.sku, item.description, item.quantity, item.discountPercent].join(' | '),
  );

describe('pastedItems', () => {
  it('finds columns by their headings, in any order and in four languages', () => {
    for (const headings of [
      'Discount %\tQty\tSKU\tDescription',
      'Rabat\tIlość\tIndeks\tNazwa',
      'Скидка, %\tКол-во\tАртикул\tНаименование',
      '折扣\t数量\t产品编号\t产品名称',
    ]) {
      expect(summary(paste(`${headings}\n10\t5\tHS-EPP\tMy words`))).toEqual(['HS-EPP | My words | 5 | 10']);
    }
  });

  it('finds columns without headings: SKU, words, quantity, discount', () => {
    expect(summary(paste('HS-EPP\tMy words\t5\t10'))).toEqual(['HS-EPP | My words | 5 | 10']);
    expect(summary(paste('HS-EPP\t5'))).toEqual(['HS-EPP | Ochrona stacji | 5 | 0']);
    expect(summary(paste('HS-EPP\t5\t12,5%'))).toEqual(['HS-EPP | Ochrona stacji | 5 | 12.5']);
    expect(summary(paste('HS-EPP\nHS-XDR'))).toEqual([
      'HS-EPP | Ochrona stacji | 1 | 0',
      'HS-XDR | Ochrona stacji | 1 | 0',
    ]);
  });

  it('takes no column of prices for discounts', () => {
    for (const price of ['12.50', '249', '1,249.00', '€ 9'])
      expect(paste(`HS-EPP\t5\t${price}`)).toMatchObject({
        items: [{ sku: 'HS-EPP', quantity: '5', discountPercent: '0' }],
        drafts: [],
      });
    expect(summary(paste('HS-EPP\t5\t10\nHS-XDR\t1\t149'))).toEqual([
      'HS-EPP | Ochrona stacji | 5 | 0',
      'HS-XDR | Ochrona stacji | 1 | 0',
    ]);
    expect(summary(paste('HS-EPP\t5\t12.5\nHS-XDR\t1\t'))).toEqual([
      'HS-EPP | Ochrona stacji | 5 | 12.5',
      'HS-XDR | Ochrona stacji | 1 | 0',
    ]);
  });

  it('reads figures grouped by no-break spaces', () => {
    expect(summary(paste('HS-EPP\tWords\t1\u00A0250,5\nHS-XDR\tWords\t2\u202F000', 'pl'))).toEqual([
      'HS-EPP | Words | 1250.5 | 0',
      'HS-XDR | Words | 2000 | 0',
    ]);
  });

  it('finds a SKU whatever its case', () => {
    expect(summary(paste('hs-epp\t2'))).toEqual(['HS-EPP | Ochrona stacji | 2 | 0']);
  });

  it('keeps rows with an unknown SKU as lines with their text, and counts them', () => {
    const pasted = paste('HS-EPP\tKnown\t5\nNO-SUCH\tOld server\t2\n\tNo SKU at all\t3');
    expect(summary(pasted)).toEqual([
      'HS-EPP | Known | 5 | 0',
      'NO-SUCH | Old server | 2 | 0',
      '? | No SKU at all | 3 | 0',
    ]);
    expect(pasted.needLook).toBe(2);
  });

  it('keeps a figure that cannot be read as a draft and puts no wrong figure in its place', () => {
    const pasted = paste('SKU\tQty\tDiscount\nHS-EPP\tabc\t10\nHS-XDR\t1e9\t200\nHS-MDR\t-1\t');
    expect(summary(pasted)).toEqual([
      'HS-EPP | Ochrona stacji | 0 | 10',
      'HS-XDR | Ochrona stacji | 0 | 0',
      'HS-MDR | Ochrona stacji | 0 | 0',
    ]);
    expect(pasted.drafts.map(({ field, text, problem }) => [field, text, problem])).toEqual([
      ['quantity', 'abc', 'not-a-number'],
      ['quantity', '1e9', 'too-large'],
      ['discountPercent', '200', 'too-large'],
      ['quantity', '-1', 'negative'],
    ]);
    expect(pasted.needLook).toBe(3);
  });

  it('takes a row with a single text among fuller rows for a section', () => {
    expect(summary(paste('Yearly licences\nHS-EPP\tWords\t5'))).toEqual([
      '# Yearly licences',
      'HS-EPP | Words | 5 | 0',
    ]);
  });

  it('pastes HTML source without a table as text', () => {
    expect(summary(paste('<img src=x onerror=alert(1)>\t5'))[0]).toContain('<img src=x onerror=alert(1)>');
  });

  it('drops no row: every filled row becomes an item', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'HS-EPP', 'abc', '5', '-1', '12%'),
      fc.string({ maxLength: 70 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (cells) => {
        const text = writeCells(cells).plain;
        const rows = readPlain(text);
        const { items } = paste(text);
        expect([rows.length, rows.length - 1]).toContain(items.length);
        expect(pastedSkus(rows).length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('copying', () => {
  const priced = aPricedLine({
    listUnit: '1234.5',
    buyUnit: '900',
    sellUnit: '1111.05',
    listLine: '6172.50',
    buyLine: '4500.00',
    sellLine: '5555.25',
    margin: '1055.25',
    marginPercent: '18.995545',
  });
  const items = [
    aSection({ title: 'Software' }),
    aLine({ quantity: '5', discountPercent: '10', description: '=SUM(A1)\n"quoted"\tand more' }),
  ];
  const cells = itemCells(items, (id) => (id === 'line-1' ? priced : undefined), 'pl');

  it('has SKU, description, quantity, list, discount, net and total, never what we pay', () => {
    expect(cells).toEqual([
      ['', 'Software'],
      ['HS-EPP', '=SUM(A1)\n"quoted"\tand more', '5', '1234,5', '10%', '1111,05', '5555,25'],
    ]);
  });

  it('never lets a spreadsheet run a description as a formula, nor a page its markup', () => {
    expect(writeCells([['=SUM(A1)', '-5', '<b>&']])).toEqual({
      plain: "'=SUM(A1)\t-5\t<b>&",
      html: "<table><tr><td>'=SUM(A1)</td><td>-5</td><td>&lt;b&gt;&amp;</td></tr></table>",
    });
  });

  it('comes back as it went', () => {
    expect(summary(paste(writeCells(cells).plain, 'pl'))).toEqual([
      '# Software',
      'HS-EPP | =SUM(A1)\n"quoted"\tand more | 5 | 10',
    ]);
  });

  it('comes back as it went, whatever the texts', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((value) => `w${value}`.replaceAll('\u00A0', ' ').trim());
    const row = fc.array(text, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const plain = writeCells(rows).plain;
        fc.pre(!/<(table|tr)[\s>]/i.test(plain));
        expect(readPlain(plain)).toEqual(rows);
      }),
    );
  });
});
