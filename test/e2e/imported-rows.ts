import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { importedCatalog } from './vendor-server';

export interface ImportedRow {
  readonly sku: string;
  readonly name: string;
  /** In whole cents. */
  readonly cents: bigint;
}

/** Rows of the imported file that any reader would call good, spread over the file: read here on their own, not by the server's import. */
export function someImportedRows(count: number): ImportedRow[] {
  const rows: Record<string, string>[] = parse(readFileSync(importedCatalog, 'latin1'), {
    columns: true,
    relax_quotes: true,
  });
  const good = rows.flatMap(({ id = '', name = '', price = '' }) => {
    const [, whole, part = ''] = /^(\d{2,4})\.?(\d{0,2})$/.exec(price) ?? [];
    // Plain letters only: the checks compare texts as they stand in the PDF.
    if (whole === undefined || !/^[a-z0-9 ]{12,60}$/.test(name)) return [];
    return [
      { sku: id.split('/').at(-1) ?? '', name, cents: BigInt(whole) * 100n + BigInt(part.padEnd(2, '0')) },
    ];
  });
  const step = Math.floor(good.length / count);
  return Array.from({ length: count }, (_, index) => good[index * step] as ImportedRow);
}

/** `numerator / denominator` rounded half-up to whole units: the rule of PR-2, said again here so that the test is independent. */
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

/** 123456n -> "1,234.56", as English screens and documents write it. */
export function inEnglish(cents: bigint): string {
  const whole = (cents / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${(cents % 100n).toString().padStart(2, '0')}`;
}
