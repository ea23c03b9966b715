import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from './file-name';

describe('OPP-6 names of files', () => {
  it.each([
    ['C:\\temp\\offer.pdf', 'C:_temp_offer.pdf'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['   ', 'file'],
    ['Zamówienie 漢字.pdf', 'Zamówienie 漢字.pdf'],
  ])('%j is %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('a long one keeps its extension', () => {
    const name = cleanFileName(`${'long '.repeat(100)}.xlsx`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name).toMatch(/\.xlsx$/);
  });

  it('is always one that a record and the system’s dialog take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanFileName(given);
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).toMatch(/^[^/\\\0]+$/);
      }),
    );
  });
});
