import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { cellText } from '#shared/import-export/table';
import { anXlsx, aZip, rowsOf, textCellAt } from './an-xlsx.test-kit';
import { mostBytes, readTableFile, type ReadChoice } from './table-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, choice?: Partial<ReadChoice>) {
  const result = await readTableFile(bytes, 'en', { encoding: null, sheet: null, ...choice });
  if (!result.ok) return result.error;
  const { header, rows } = result.value.table;
  return { header, rows: rows.map(({ line, cells }) => [line, ...cells.map(cellText)]) };
}

describe('OPP-1 a file to import', () => {
  it('is a spreadsheet by what it is: numbers and days are what they are, texts stay texts', async () => {
    const blob = await writeXlsxFile([
      ['Name', 'Amount', 'Close date'],
      [
        { value: '=1+2', type: String },
        { value: 0.1, type: Number },
        { value: new Date('2026-12-31'), type: Date, format: 'yyyy-mm-dd' },
      ],
    ]).toBlob();
    const result = await readTableFile(new Uint8Array(await blob.arrayBuffer()), 'en');
    expect(result.ok && result.value.table).toEqual({
      header: ['Name', 'Amount', 'Close date'],
      rows: [
        {
          line: 2,
          cells: [
            { type: 'text', text: '=1+2' },
            { type: 'number', number: '0.1' },
            { type: 'day', day: '2026-12-31' },
          ],
        },
      ],
    });
  });

  it('is read in the encoding that it has, or that the person says it has', async () => {
    const polish = new Uint8Array([0xa3, 0xf3, 0x64, 0x9f, 0x0a, 0x61]);
    const result = await readTableFile(polish, 'en');
    expect(result).toMatchObject({
      ok: true,
      value: { table: { header: ['Łódź'] }, source: { type: 'text', encoding: 'windows-1250' } },
    });
    expect(await read(polish, { encoding: 'windows-1251' })).toMatchObject({ header: ['Јуdџ'] });
  });

  it('what is no file of tables is told', async () => {
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toEqual({ type: 'old-spreadsheet' });
    expect(await read(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toMatchObject({ type: 'not-readable' });
    expect(await read(bytesOf('\n \n'))).toEqual({ type: 'empty' });
    expect(await read(bytesOf('name\nMill'))).toEqual({ header: ['name'], rows: [[2, 'Mill']] });
    expect(await read(new Uint8Array(mostBytes + 1))).toEqual({ type: 'too-large' });
  });
});

describe('OPP-1 a workbook to import', () => {
  it('the first sheet that is not hidden, or the one that the person chose', async () => {
    const bytes = anXlsx([
      { name: 'Lists & codes', hidden: true, rows: rowsOf(['code']) },
      { name: 'Klienci &amp; inni', rows: rowsOf(['Nazwa'], ['Młyn']) },
      { name: 'Firmy', rows: rowsOf(['Firma'], ['Port']) },
    ]);
    const result = await readTableFile(bytes, 'en');
    expect(result).toMatchObject({
      ok: true,
      value: {
        table: { header: ['Nazwa'] },
        source: {
          type: 'workbook',
          sheet: 2,
          sheets: [
            { number: 1, isHidden: true },
            { number: 2, name: 'Klienci & inni', isHidden: false },
            { number: 3, name: 'Firmy', isHidden: false },
          ],
        },
      },
    });
    expect(await read(bytes, { sheet: 3 })).toEqual({ header: ['Firma'], rows: [[2, 'Port']] });
  });

  it('days counted from 1904 are those days, and what is no day is shown as spreadsheets show it', async () => {
    const rows = `<row r="1">${textCellAt('A1', 'Day')}</row><row r="2"><c r="A2" s="1"><v>44560</v></c></row><row r="3"><c r="A3" s="1"><v>1e300</v></c></row>`;
    expect(await read(anXlsx([{ rows }], 'date1904="1"'))).toEqual({
      header: ['Day'],
      rows: [
        [2, '2025-12-31'],
        [3, '#####'],
      ],
    });
    const result = await readTableFile(anXlsx([{ rows }], 'date1904="1"'), 'en');
    expect(result).toMatchObject({ value: { table: { from1904: true } } });
  });

  it('numbers are plain however small or large, errors of formulas are empty', async () => {
    const rows = `<row r="1">${textCellAt('A1', 'N')}</row>${['1e-7', '5.26E+21', '0.1000000000000000055'].map((number, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>${number}</v></c><c r="B${at + 2}" t="e"><v>#N/A</v></c></row>`).join('')}`;
    expect(await read(anXlsx([{ rows }]))).toMatchObject({
      rows: [
        [2, '0.0000001'],
        [3, '5260000000000000000000'],
        [4, '0.1'],
      ],
    });
  });

  it('rows with nothing in them are no rows', async () => {
    const empty = Array.from(
      { length: 200_000 },
      (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`,
    );
    const rows = `${rowsOf(['Name'], ['Mill'])}${empty.join('')}`;
    expect(await read(anXlsx([{ rows }]))).toEqual({ header: ['Name'], rows: [[2, 'Mill']] });
  });

  it.each([
    [
      'a cell in the last corner',
      rowsOf(['Name']) + `<row r="1048576">${textCellAt('XFD1048576', 'x')}</row>`,
    ],
    ['10,000 columns in 1,000 rows', rowsOf(['Name']) + `<row r="1000">${textCellAt('NTP1000', 'x')}</row>`],
    ['more columns than anybody maps', `<row r="1">${textCellAt('XFD1', 'x')}</row>`],
    [
      'more rows than anybody looks through',
      Array.from(
        { length: 50_002 },
        (_, at) => `<row r="${at + 1}">${textCellAt(`A${at + 1}`, 'x')}</row>`,
      ).join(''),
    ],
  ])('%s is too large, and is not unpacked to find out', async (_, rows) => {
    expect(await read(anXlsx([{ rows }]))).toEqual({ type: 'too-large' });
  });

  it.each([
    ['<row r="999999999999"></row>'],
    [`<row r="1">${textCellAt('xfd1', 'x')}</row>`],
    [`<row r='1'><c t="n" r='&#88;FD1'><v>1</v></c></row>`],
    ['<row r="1"><c t="s" r="A1"><v>7</v></c></row>'],
    ['<row r="1"><c><v>7</v></c></row>'],
    ['<row r="2"/><row r="1"/><oops'],
  ])('what cannot be is not readable: %s', async (rows) => {
    expect(await read(anXlsx([{ rows }]))).toEqual({ type: 'not-readable', line: 0 });
  });

  it('a megabyte that unpacks to a gigabyte is too large, whatever it says of itself', async () => {
    const bomb = new Uint8Array(201 * 1024 * 1024).fill(0x20);
    const honest = anXlsx([{ rows: bomb }]);
    expect(honest.length).toBeLessThan(400_000);
    expect(await read(honest)).toEqual({ type: 'too-large' });
    expect(await read(anXlsx([{ rows: bomb }], '', 1_000))).toEqual({ type: 'too-large' });
  });

  it('archives that are cut, empty or of something else are not readable', async () => {
    const sound = anXlsx([{ rows: rowsOf(['Name'], ['Mill']) }]);
    const broken = [
      sound.slice(0, -30),
      sound.slice(100),
      aZip([]),
      aZip([{ name: 'word/document.xml', content: bytesOf('<w/>') }]),
      // The first byte of what is packed.
      sound.map((byte, at) => (at > 60 && at < 90 ? byte ^ 0xff : byte)),
    ];
    for (const bytes of broken) {
      const start = bytes.slice();
      start.set([0x50, 0x4b]);
      expect(await read(start)).toEqual({ type: 'not-readable', line: 0 });
    }
  });
});
