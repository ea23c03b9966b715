import { describe, expect, it } from 'vitest';
import { anXlsx, textCellAt } from './an-xlsx.test-kit';
import { TableDesk, type OpenRequest } from './table-desk';

const request: OpenRequest = {
  kind: 'opportunities',
  language: 'pl',
  remembered: {},
  choice: { encoding: null, sheet: null },
};
const report = { lineTitle: 'Line', whyTitle: 'Details', delimiter: ';' } as const;

async function opened(bytes: Uint8Array | string, changes: Partial<OpenRequest> = {}) {
  const desk = new TableDesk();
  const result = await desk.open(new Blob([typeof bytes === 'string' ? bytes : bytes.slice()]), {
    ...request,
    ...changes,
  });
  if (!result.ok) throw new Error(result.error.type);
  return { desk, table: result.value };
}

describe('OPP-1 a file on the import’s desk', () => {
  it('tells the screen its columns, what stands in them and how it writes amounts; nothing else tells that', async () => {
    const { table } = await opened(
      'Nazwa;Klient;Kwota;Data zamknięcia;Opis\nNowa linia;Młyn;1.234;31.12.2026;wersja 2.5\nDruga;;12,50;;',
    );
    expect(table).toMatchObject({
      count: 2,
      mapping: { name: 0, accountName: 1, amount: 2, closeOn: 3, notes: 4 },
      formats: { decimal: ',', days: 'day-first' },
      samples: ['Nowa linia · Druga', 'Młyn', '1.234 · 12,50', '31.12.2026', 'wersja 2.5'],
    });
  });

  it('a file that cannot be opened is told', async () => {
    const gone = { size: 5, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    expect(await new TableDesk().open(gone as unknown as Blob, request)).toEqual({
      ok: false,
      error: { type: 'not-there' },
    });
    const huge = { size: 200_000_000, arrayBuffer: () => Promise.reject(new Error('it was read')) };
    expect(await new TableDesk().open(huge as unknown as Blob, request)).toEqual({
      ok: false,
      error: { type: 'too-large' },
    });
  });

  it('rows that were left out come back as they were: formulas, quotes, line breaks', async () => {
    const { desk } = await opened('Nazwa;Klient\n"=1+2 ""x""\nline";Młyn\n\'=5;Port\nGood;Mill');
    const { extension, bytes } = await desk.report({
      ...report,
      rows: [
        { line: 2, why: 'no customer' },
        { line: 4, why: '' },
      ],
    });
    expect(extension).toBe('csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFNazwa;Klient;Line;Details\r\n')).toBe(true);
    const again = await opened(text);
    expect(again.table.samples).toEqual(['=1+2 "x"\nline · =5', 'Młyn · Port', '2 · 4', 'no customer']);
  });

  it('of a workbook they are a workbook: its numbers and days mean what they meant', async () => {
    const rows = `<row r="1">${textCellAt('A1', 'Nazwa')}${textCellAt('B1', 'Kwota')}${textCellAt('C1', 'Data zamknięcia')}</row><row r="2">${textCellAt('A2', 'x')}<c r="B2"><v>1.234</v></c><c r="C2" s="1"><v>46387</v></c></row>`;
    const { desk, table } = await opened(anXlsx([{ rows }]));
    const { extension, bytes } = await desk.report({ ...report, rows: [{ line: 2, why: 'bad' }] });
    expect(extension).toBe('xlsx');
    const again = await opened(bytes);
    expect(again.table.samples.slice(0, 3)).toEqual(table.samples);
    expect(again.table.samples).toEqual(['x', '1.234', '2026-12-31', '2', 'bad']);
  });
});
