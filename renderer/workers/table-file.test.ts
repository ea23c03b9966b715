import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { cellText } from '#shared/import-export/table';
import { decode, readTableFile } from './table-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a file to import', () => {
  it('is a spreadsheet by what it is: numbers and days are what they are, texts stay texts', async () => {
    const blob = await writeXlsxFile([
      ['Name', 'Amount', 'Close date'],
      [
        { value: '=1+2', type: String },
        { value: 0.1, type: Number },
        { value: new Date('2026-12-31'), type: Date, format: 'yyyy-mm-dd' },
      ],
    ]).toBlob();
    const result = await readTableFile(new Uint8Array(await blob.arrayBuffer()), 'windows-1252');
    expect(result).toEqual({
      ok: true,
      value: {
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
      },
    });
  });

  it('is read in UTF-8, UTF-16 or the older encoding that was named', () => {
    expect(decode(bytesOf('Łódź'), 'windows-1250')).toBe('Łódź');
    expect(decode(new Uint8Array([0xff, 0xfe, 0x41, 0x01]), 'windows-1250')).toBe('Ł');
    expect(decode(new Uint8Array([0xa3, 0xf3, 0x64, 0x9f]), 'windows-1250')).toBe('Łódź');
    expect(decode(new Uint8Array([0xcc, 0xe8, 0xf0]), 'windows-1251')).toBe('Мир');
  });

  it('what is no file of tables is told', async () => {
    expect(await readTableFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'utf-8')).toMatchObject({
      error: { type: 'old-spreadsheet' },
    });
    expect(await readTableFile(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'utf-8')).toMatchObject({
      error: { type: 'not-readable' },
    });
    expect(await readTableFile(bytesOf('\n \n'), 'utf-8')).toMatchObject({ error: { type: 'empty' } });
    const csv = await readTableFile(bytesOf('name\nMill'), 'utf-8');
    expect(csv.ok && csv.value.rows.map(({ cells }) => cells.map(cellText))).toEqual([['Mill']]);
  });
});
