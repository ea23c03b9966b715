import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from './options';
import { readFile, type ReadFile } from './read-file';
import { readPrice, shortSku } from './read-row';

const fixture = (name: string): string => join(import.meta.dirname, '../../../test/fixtures/import', name);

const anImport = (file: string, changes: Partial<ImportOptions> = {}): ImportOptions => ({
  file,
  bookName: 'Test',
  bookId: 'test',
  catalogId: 'test',
  currency: 'USD',
  encoding: 'auto',
  columns: {},
  delimiter: null,
  decimal: '.',
  family: 'Test',
  taxCategory: 'standard',
  partnerIds: null,
  validFrom: null,
  report: null,
  ...changes,
});

async function read(name: string, changes: Partial<ImportOptions> = {}): Promise<ReadFile> {
  const answer = await readFile(anImport(fixture(name), changes));
  if (!answer.ok) throw new Error(`unusable: ${answer.error.type}`);
  return answer.value;
}
const problemOf = async (name: string, changes: Partial<ImportOptions> = {}) => {
  const answer = await readFile(anImport(fixture(name), changes));
  return answer.ok ? undefined : answer.error;
};

describe('CAT-6 a price list that can be used', () => {
  it('is read as UTF-8 where that fits: any script, quotes, commas, line breaks', async () => {
    const { encoding, good, bad, damagedLines } = await read('utf-8.csv');
    expect(encoding).toBe('utf-8');
    expect(bad).toEqual([]);
    expect(good.map(({ sku, name, vendor, family, price }) => [sku, name, vendor, family, price])).toEqual([
      ['PL-1', 'Zażółć "gęślą" jaźń, wydanie 2', 'Łódź Soft', 'Office', '10.00'],
      ['RU-1', 'Бухгалтерия для торговли', 'Вектор', 'Accounting', '2500'],
      ['CN-1', '办公软件专业版', '东方软件', 'Office', '0.5'],
      ['ML-1', 'Name on two lines', '', 'Test', '3.999999'],
      ['NF-1', 'Caf\u00e9 suite', '', 'Test', '4'],
    ]);
    expect(damagedLines).toEqual([7]);
  });

  it('is read as Latin-1 (Windows-1252) where UTF-8 does not fit', async () => {
    const columns = { name: 'Produktname', price: 'Preis', vendor: 'Hersteller' };
    const { encoding, good } = await read('latin1.csv', { columns });
    expect(encoding).toBe('latin1');
    expect(good.map(({ name, vendor }) => [name, vendor])).toEqual([
      ['Büroplaner für Straßenbau', 'Müller & Söhne'],
      ['Café “Pro” – 99 € Edition', ''],
    ]);
  });

  it('may separate decimals with a comma when told so; what has two readings is left out', async () => {
    const { good, bad } = await read('decimal-comma.csv', { decimal: ',' });
    expect(good.map(({ price }) => price)).toEqual(['1.5', '1234.50']);
    expect(bad).toMatchObject([{ line: 4, reason: { type: 'price-not-a-number' } }]);
  });

  it('lists every bad row with its line, column, value and reason, and keeps the good ones', async () => {
    const { rows, good, bad } = await read('every-bad-row.csv');
    expect(good.map(({ sku, price }) => [sku, price])).toEqual([
      ['OK-1', '1.00'],
      ['OK-2', '12.50'],
      ['OK-3', '38.5'],
      ['4711', '0.5'],
    ]);
    expect(bad.map(({ line, column, reason }) => [line, column, reason.type])).toEqual([
      [3, 'sku', 'sku-missing'],
      [4, 'sku', 'sku-too-long'],
      [5, 'name', 'name-missing'],
      [6, 'name', 'text-too-long'],
      [7, 'price', 'price-missing'],
      [8, 'price', 'price-not-a-number'],
      [9, 'price', 'price-negative'],
      [10, 'price', 'price-not-positive'],
      [11, 'price', 'price-too-precise'],
      [12, 'price', 'price-too-large'],
      [13, 'price', 'price-in-other-currency'],
      [14, 'price', 'price-not-a-number'],
      [15, 'price', 'price-not-a-number'],
      [16, 'sku', 'duplicate-sku'],
      [17, '', 'wrong-column-count'],
      [18, '', 'wrong-column-count'],
    ]);
    expect(rows).toBe(good.length + bad.length);
    expect(bad[6]).toMatchObject({ value: '-5.00' });
    expect(bad[13]?.reason).toEqual({ type: 'duplicate-sku', firstLine: 2 });
  });

  it('names the line a row begins on, also after rows of several lines', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-import-'));
    const file = join(folder, 'lines.csv');
    const handle = await open(file, 'w');
    await handle.writeFile('sku,name,price\r\nA,"two\r\nlines",1\r\n\r\nB,bad,x\r\nC,"bad\r\ntoo",x\r\n');
    await handle.close();
    const answer = await readFile(anImport(file));
    await rm(folder, { recursive: true });
    expect(answer.ok && answer.value.bad.map(({ line }) => line)).toEqual([5, 6]);
  });
});

describe('CAT-6 a file that cannot be used says why', () => {
  it.each([
    ['missing-price.csv', { type: 'missing-columns', fields: ['price'], found: ['id', 'name', 'cost'] }],
    ['only-head.csv', { type: 'no-good-rows' }],
    ['empty.csv', { type: 'empty' }],
    ['binary.csv', { type: 'binary', at: 2 }],
    ['utf-16.csv', { type: 'utf-16' }],
    ['no-such-file.csv', { type: 'not-found' }],
    ['unclosed-quote.csv', { type: 'not-csv' }],
    ['.', { type: 'not-readable' }],
  ])('%s', async (name, problem) => {
    expect(await problemOf(name)).toMatchObject(problem);
  });

  it('a wrong --encoding or --map', async () => {
    expect(await problemOf('latin1.csv', { encoding: 'utf-8' })).toEqual({ type: 'not-utf-8' });
    const columns = { price: 'Netto' };
    expect(await problemOf('utf-8.csv', { columns })).toMatchObject({ fields: ['price (Netto)'] });
  });

  it('more than 64 MB, without reading it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-import-'));
    const file = join(folder, 'large.csv');
    const handle = await open(file, 'w');
    await handle.truncate(100 * 1024 * 1024);
    await handle.close();
    const answer = await readFile(anImport(file));
    await rm(folder, { recursive: true });
    expect(answer).toEqual({ ok: false, error: { type: 'too-large', bytes: 100 * 1024 * 1024 } });
  });
});

describe('a price', () => {
  const usd = { currency: 'USD', decimal: '.' } as const;

  it('PR-1 keeps every decimal it has, exactly', () => {
    const price = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), fc.stringMatching(/^[0-9]{0,6}$/));
    fc.assert(
      fc.property(price, ([whole, fraction]) => {
        const text = fraction === '' ? `${whole}` : `${whole}.${fraction}`;
        expect(readPrice(text, usd)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it.each(['12.5', ' 12.5 ', 'USD 12.5', '12.5usd', '\u00a012.5\u200b', '0012.5'])('%j is 12.5', (text) => {
    expect(readPrice(text, usd)).toEqual({ ok: true, value: '12.5' });
  });

  it.each(['', '.', '-', 'USD', '12.5.1', '$12', '1 234', '0x1f', 'NaN', '١٢', '12,5', 'USD 5 USD 6'])(
    '%j is none',
    (text) => {
      expect(readPrice(text, usd).ok).toBe(false);
    },
  );
});

it.each([
  ['http://www.shop.example/base/feeds/snippets/11125907881740407428', '11125907881740407428'],
  ['https://shop.example/items/a%20b/?q=1#top', 'a b'],
  ['https://shop.example/', ''],
  ['ABC/12', 'ABC/12'],
])('the SKU of %s is %j', (text, sku) => {
  expect(shortSku(text)).toBe(sku);
});
