import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, readCsv } from './read-csv';
import { cellText } from './table';
import { writeCsv } from './write-csv';

const read = (text: string) => {
  const result = readCsv(text);
  if (!result.ok) return result.error;
  const { header, rows } = result.value;
  return { header, rows: rows.map(({ line, cells }) => [line, ...cells.map(cellText)]) };
};

describe('OPP-1 a CSV file is read', () => {
  it.each([
    [',', 'name,city\nMill,Łódź'],
    [';', 'name;city\nMill, the old one;Łódź, Poland'],
    ['\t', 'name\tcity\nMill; Co\tŁódź'],
    ['|', 'name|city\nMill|Łódź'],
    [';', 'name;amount;city\n"a,b,c";1,5;"x,y"\n"d,e";2,5;z'],
  ])('whatever separates its columns: "%s"', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('knows the line each row begins in, over line breaks in quotes and empty lines', () => {
    expect(read('name,notes\r\n"Mill","one\ntwo"\r\n\r\nPort,x\r\n')).toEqual({
      header: ['name', 'notes'],
      rows: [
        [2, 'Mill', 'one\ntwo'],
        [5, 'Port', 'x'],
      ],
    });
  });

  it('takes the mark of bytes, the line that names the separator, and rows that are too short', () => {
    expect(read('\uFEFFsep=;\nname;city\nMill')).toEqual({ header: ['name', 'city'], rows: [[3, 'Mill']] });
  });

  it('an empty file is told, and one whose quotes never close', () => {
    expect(read('  \n\n')).toEqual({ type: 'empty' });
    expect(read('name\n"Mill')).toMatchObject({ type: 'not-readable' });
  });
});

describe('OPP-1 a CSV file is written', () => {
  it.each(['=1+2', '+48 22 100', '-5', '@SUM(A1)', '=cmd|"/c calc"!A1', '\t=1'])(
    '%s is no formula',
    (text) => {
      const [, row = ''] = writeCsv([['name'], [text]]).split('\r\n');
      expect(row.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('what was written is read as it was, formulas too', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom('a', 'ż', '"', ',', ';', '\n', '=', '-', '1'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1 }),
        fc.constantFrom(',', ';'),
        (rows, delimiter) => {
          const sound = rows.filter((row) =>
            row.every((cell) => cell.trim() !== '' && !cell.startsWith("'")),
          );
          const result = readCsv(writeCsv([['one', 'two'], ...sound], delimiter));
          expect(result.ok && result.value.rows.map(({ cells }) => cells.map(cellText))).toEqual(sound);
        },
      ),
    );
  });
});
