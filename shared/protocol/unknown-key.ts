/**
 * Where a document has a key that its schema does not know: schemas drop what they do not know, so whatever was written and is not in
 * the parsed value means nothing. Undefined when all of it counts.
 */
export function unknownKey(written: unknown, parsed: unknown): PropertyKey[] | undefined {
  if (!isContainer(written) || !isContainer(parsed)) return undefined;
  if (Array.isArray(written)) {
    return firstOf(written.entries(), ([index, item]) =>
      below(index, unknownKey(item, Reflect.get(parsed, index))),
    );
  }
  return firstOf(Object.entries(written), ([key, value]) =>
    Object.hasOwn(parsed, key) ? below(key, unknownKey(value, Reflect.get(parsed, key))) : [key],
  );
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
const below = (key: PropertyKey, path: PropertyKey[] | undefined) => path && [key, ...path];

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
