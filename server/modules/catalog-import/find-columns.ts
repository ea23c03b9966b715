import { err, ok, type Result } from '#shared/lib/result';
import type { FileProblem } from './decode-file';
import { importFields, type ImportField, type ImportOptions } from './options';

/** Heads that price lists commonly use, best first; compared without case, spaces and punctuation. */
const commonHeads: Readonly<Record<ImportField, readonly string[]>> = {
  sku: [
    'sku',
    'partnumber',
    'partno',
    'mpn',
    'productcode',
    'productid',
    'itemnumber',
    'article',
    'code',
    'id',
  ],
  name: ['name', 'productname', 'title', 'product', 'itemname'],
  price: ['price', 'listprice', 'unitprice', 'msrp', 'rrp', 'list'],
  description: ['description', 'productdescription', 'longdescription', 'details'],
  vendor: ['manufacturer', 'vendor', 'maker', 'brand', 'publisher'],
  family: ['family', 'productfamily', 'category', 'group'],
};
const required: readonly ImportField[] = ['sku', 'name', 'price'];

export type Columns = Readonly<
  Record<ImportField, { readonly index: number; readonly head: string } | undefined>
>;

/** Which column holds what: those named on the command line, else the common heads. */
export function findColumns(
  heads: readonly string[],
  named: ImportOptions['columns'],
): Result<Columns, FileProblem> {
  const plain = heads.map(plainHead);
  const columnAt = (index: number) =>
    index === -1 ? undefined : { index, head: heads[index]?.trim() ?? '' };
  const find = (field: ImportField) => {
    const name = named[field];
    if (name !== undefined) return columnAt(plain.indexOf(plainHead(name)));
    const head = commonHeads[field].find((common) => plain.includes(common));
    return head === undefined ? undefined : columnAt(plain.indexOf(head));
  };
  const columns = Object.fromEntries(importFields.map((field) => [field, find(field)])) as Columns;
  const missing = importFields.filter(
    (field) => columns[field] === undefined && (required.includes(field) || named[field] !== undefined),
  );
  if (missing.length === 0) return ok(columns);
  const fields = missing.map((field) => (named[field] === undefined ? field : `${field} (${named[field]})`));
  return err({ type: 'missing-columns', fields, found: heads.map((head) => head.trim()) });
}

const plainHead = (head: string): string => head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
