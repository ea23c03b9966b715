import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from './write-xlsx';

describe('OPP-1 a list as a spreadsheet', () => {
  it('keeps what begins like a formula a text, amounts exact, and days days', async () => {
    const bytes = await writeXlsx(
      [{ title: 'Name' }, { title: 'Amount', type: 'amount' }, { title: 'Day', type: 'day' }],
      [
        ['=HYPERLINK("http://evil.example")', '1234.5', '2026-12-31'],
        ['+48 22 100', '12345678901234567.89', ''],
      ],
    );
    const rows = await readSheet(new Blob([bytes.slice()]));
    expect(rows).toEqual([
      ['Name', 'Amount', 'Day'],
      ['=HYPERLINK("http://evil.example")', 1234.5, new Date('2026-12-31')],
      ['+48 22 100', '12345678901234567.89', null],
    ]);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>');
  });

  it('a text comes back as it was, whatever is in it', async () => {
    const texts = [
      'a\u0001b',
      '_x0041_',
      '__x000D__',
      'a\r\nb',
      ' a ',
      '😀',
      ']]>',
      '<b>&"',
      "'=1",
      '\tq',
      '\uFFFE',
      '\u202Eabc',
    ];
    const bytes = await writeXlsx(
      [{ title: 'Text' }],
      texts.map((text) => [text]),
    );
    const rows = await readSheet(new Blob([bytes.slice()]), 1, { trim: false });
    expect(rows.slice(1)).toEqual(texts.map((text) => [text]));
  });
});
