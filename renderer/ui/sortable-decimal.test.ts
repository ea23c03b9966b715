import { describe, expect, it } from 'vitest';
import { sortableDecimal } from './sortable-decimal';

describe('amounts in a sorted column', () => {
  it('come by value, not by letters, decimals included', () => {
    const sorted = ['1000.5', '999', '1000.25', '9007199254740993', '9007199254740992'].toSorted((a, b) =>
      sortableDecimal(a) < sortableDecimal(b) ? -1 : 1,
    );
    expect(sorted).toEqual(['999', '1000.25', '1000.5', '9007199254740992', '9007199254740993']);
  });
});
