/**
 * Where a document has a key that its schema does not know: schemas drop what they do not know, so whatever was written and is not in
 * the parsed value means nothing. Undefined when all of it counts.
 */
export function unknownKey(written: unknown, parsed: unknown): PropertyKey[] | undefined {
  if (!isContainer(written) || !isContainer(parsed)) return undefined;
  for (const [name, value] of Object.entries(written)) {
    const key = Array.isArray(written) ? Number(name) : name;
    if (!Object.hasOwn(parsed, key)) return [key];
    if (!isContainer(value)) continue;
    const below = unknownKey(value, Reflect.get(parsed, key));
    if (below) return [key, ...below];
  }
  return undefined;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
