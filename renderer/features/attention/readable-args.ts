/** One thing the person wrote, as it can be read and edited without knowing how it is stored. */
export interface ReadableField {
  /** Where it stands in the arguments. */
  readonly path: readonly string[];
  /** The field's own name, the last text part of the path. */
  readonly name: string;
  readonly value: string;
}

/** Ids and the like say nothing to people and are not theirs to edit. */
const hidden = new Set([
  'id',
  'kind',
  'before',
  'businessId',
  'createdAt',
  'updatedAt',
  'priceBook',
  'totals',
  'sell',
  'bookId',
  'version',
  // What an approval is asked for is what the quote says: only the words can be changed here.
  'contentHash',
  'figures',
  'reasons',
  'counter',
  'uses',
  'by',
  'approver',
]);
const isHidden = (name: string): boolean => hidden.has(name) || /Ids?$/.test(name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every non-empty text and figure in a mutation's arguments, in their order. */
export function readableFields(args: unknown, path: readonly string[] = []): readonly ReadableField[] {
  if (Array.isArray(args))
    return args.flatMap((item, index) => readableFields(item, [...path, String(index)]));
  if (isObject(args)) {
    return Object.entries(args).flatMap(([key, value]) =>
      isHidden(key) ? [] : readableFields(value, [...path, key]),
    );
  }
  const name = path.findLast((part) => !/^\d+$/.test(part));
  if (name === undefined || (typeof args !== 'string' && typeof args !== 'number') || args === '') return [];
  return [{ path, name, value: String(args) }];
}

/** The arguments with the text at `path` replaced; everything else stays the same. */
export function withValueAt(args: unknown, path: readonly string[], value: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return typeof args === 'number' ? Number(value) : value;
  if (Array.isArray(args)) {
    return args.map((item: unknown, index) =>
      String(index) === key ? withValueAt(item, rest, value) : item,
    );
  }
  return isObject(args) ? { ...args, [key]: withValueAt(args[key], rest, value) } : args;
}

/**
 * What the server has in a record's field of the same name, if that is a plain value; null when it has none. A field inside a list (a
 * line's discount) has no counterpart: the record's own field of that name is something else.
 */
export function serverValue(records: readonly unknown[], { path, name }: ReadableField): string | null {
  const ofRecord = path.length === 1 || (path.length === 2 && path[0] === 'changes');
  if (!ofRecord) return null;
  for (const record of records) {
    const value = isObject(record) ? record[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return null;
}
