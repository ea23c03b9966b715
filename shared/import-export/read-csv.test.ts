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
    [';', 'name;city\nMill, the old one;Łódź, PL\nPort, the new one;Gdynia, PL'],
    [';', 'Report of customers\n\nname;city\nMill;Łódź\nPort;Gdynia'],
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

  it('knows the lines also over line breaks as old Macs write them, and rows of separators alone', () => {
    expect(read('name;notes\r\n"Mill";"one\rtwo\r\nthree"\r\n;;\r\nPort;x\r\n')).toEqual({
      header: ['name', 'notes'],
      rows: [
        [2, 'Mill', 'one\rtwo\r\nthree'],
        [6, 'Port', 'x'],
      ],
    });
    expect(read('name;city\rMill;Łódź\r')).toEqual({ header: ['name', 'city'], rows: [[2, 'Mill', 'Łódź']] });
  });

  it('a row wider than the names has its columns too; what is empty to the right of all is no column', () => {
    expect(read('name;;\nMill;Łódź;;;;')).toEqual({ header: ['name', ''], rows: [[2, 'Mill', 'Łódź']] });
  });

  it('a file that is too large is told before it fills the memory', () => {
    expect(read(`name;city\n${'Mill;Łódź\n'.repeat(50_001)}`)).toEqual({ type: 'too-large' });
    expect(read(`name${';a'.repeat(1_000)}\nMill`)).toEqual({ type: 'too-large' });
    expect(read(`name;city\nMill;${';'.repeat(2_000_000)}`)).toEqual({ type: 'too-large' });
    expect(read(`name;city\n"Mill;${'a\n'.repeat(1_000_000)}`)).toMatchObject({ type: 'not-readable' });
    // Rows of a sheet that were emptied count for nothing.
    expect(read(`name;city\nMill;Łódź\n${';\n'.repeat(200_000)}`)).toMatchObject({
      rows: [[2, 'Mill', 'Łódź']],
    });
  });

  it('an empty file is told, and one whose quotes never close', () => {
    expect(read('  \n\n')).toEqual({ type: 'empty' });
    expect(read('name\n"Mill')).toMatchObject({ type: 'not-readable' });
  });
});

describe('OPP-1 a CSV file is written', () => {
  it.each([
    '=1+2',
    '+48 22 100',
    '-5',
    '@SUM(A1)',
    '=cmd|"/c calc"!A1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    "'=1",
  ])('%s is no formula', (text) => {
    const row = writeCsv([['name'], [text]])
      .split('\r\n')
      .slice(1)
      .join('\r\n')
      .replace(/^"/, '');
    expect(row.startsWith(`'${text.slice(0, 1)}`)).toBe(true);
  });

  it('what was written is read as it was, formulas too', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom('a', 'ż', '"', "'", ',', ';', '\n', '\r', '\t', '|', '=', '-', '＝', '1'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1 }),
        fc.constantFrom(',', ';'),
        (rows, delimiter) => {
          const sound = rows.filter((row) => row.every((cell) => cell.trim() !== ''));
          const result = readCsv(writeCsv([['one', 'two'], ...sound], delimiter));
          expect(result.ok && result.value.rows.map(({ cells }) => cells.map(cellText))).toEqual(sound);
        },
      ),
    );
  });
});
