import { describe, expect, it } from 'vitest';
import { readStatusFile } from './read-status-file';

const head = 'vendorOrderNumber,kind,date,note';
const dates = (...texts: readonly string[]) => {
  const { good, errors } = readStatusFile([head, ...texts.map((text) => `VO-1,shipped,${text},`)].join('\n'));
  return [...good.map(({ report }) => report.at), ...errors.map(({ row, problem }) => [row, problem])];
};

describe('ORD-1 a status file is read', () => {
  it('an instant without a zone is in UTC, whatever zone the server is in', () => {
    expect(
      dates('2026-03-08T10:00:00', '2026-03-08T10:00', '2026-03-08T10:00:00+01:00', '2026-03-08T10:00:00.5Z'),
    ).toEqual([
      '2026-03-08T10:00:00.000Z',
      '2026-03-08T10:00:00.000Z',
      '2026-03-08T09:00:00.000Z',
      '2026-03-08T10:00:00.500Z',
    ]);
  });

  it('what is no day is no instant either', () => {
    expect(dates('2026-02-31T10:00:00Z', '2026-03-08T25:00:00Z', '2026-03-08T10:00:00Z (noon)')).toEqual([
      [2, 'not-a-date'],
      [3, 'not-a-date'],
      [4, 'not-a-date'],
    ]);
  });

  it('rows are told by the lines they begin in, also below cells with the line breaks of Windows', () => {
    const { errors } = readStatusFile(
      `${head}\r\nVO-1,shipped,2026-03-08,"one\r\ntwo\r\nthree"\r\nVO-2,lost,2026-03-08,\r\n`,
    );
    expect(errors).toEqual([{ row: 5, column: 'kind', problem: 'unknown-kind', value: 'lost' }]);
  });

  it('a column that is there twice is told: nobody knows which one counts', () => {
    expect(readStatusFile(`${head},Date\nVO-1,shipped,2026-03-08,,2026-04-08`)).toEqual({
      rows: 1,
      good: [],
      errors: [{ row: 1, column: 'date', problem: 'repeated-column', value: '' }],
    });
  });
});
