import { assertNever } from '#shared/lib/assert-never';
import { maxImportBytes, type FileProblem } from './decode-file';
import type { BadRow, RowReason } from './read-row';

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is wrong with the whole file, and what to do. */
export function explainFile(problem: FileProblem): string {
  switch (problem.type) {
    case 'not-found':
      return 'there is no such file';
    case 'not-readable':
      return `it cannot be read: ${problem.message}`;
    case 'empty':
      return 'it is empty';
    case 'too-large':
      return `it has ${megabytes(problem.bytes)}; at most ${megabytes(maxImportBytes)} are taken. Split it by product line`;
    case 'binary':
      return `it is no text file (byte ${problem.at}). Export the sheet as CSV`;
    case 'utf-16':
      return 'it is UTF-16 text. Save it as "CSV UTF-8"';
    case 'not-utf-8':
      return 'it is not valid UTF-8. Leave out --encoding, or use --encoding latin1';
    case 'missing-columns':
      return `no column for ${problem.fields.join(', ')}. Its columns are: ${problem.found.join(', ')}. Name yours with --map sku=...,name=...,price=...`;
    case 'not-csv':
      return `it is not CSV: ${problem.message}`;
    case 'no-good-rows':
      return 'none of its rows can be published';
    default:
      return assertNever(problem);
  }
}

export function explainRow({ line, column, value, reason }: BadRow): string {
  const where = column === '' ? `line ${line}` : `line ${line}, ${column}`;
  return `${where}: ${explainReason(reason)} [${reason.type}] ${JSON.stringify(value)}`;
}

function explainReason(reason: RowReason): string {
  switch (reason.type) {
    case 'wrong-column-count':
      return `${reason.found} columns instead of ${reason.wanted}`;
    case 'sku-missing':
      return 'no SKU';
    case 'sku-too-long':
    case 'text-too-long':
      return `longer than ${reason.limit} characters`;
    case 'duplicate-sku':
      return `the SKU is already on line ${reason.firstLine}, which is published`;
    case 'name-missing':
      return 'no name';
    case 'price-missing':
      return 'no price';
    case 'price-not-a-number':
      return 'the price is not a plain number';
    case 'price-in-other-currency':
      return `the price is in ${reason.currency}, the book in ${reason.bookCurrency}`;
    case 'price-negative':
      return 'the price is negative';
    case 'price-not-positive':
      return 'the price is zero';
    case 'price-too-precise':
      return `the price has more than ${reason.limit} decimals`;
    case 'price-too-large':
      return 'the price has more than 18 digits';
    default:
      return assertNever(reason);
  }
}
