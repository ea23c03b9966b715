/**
 * Paths of texts that the database cannot hold: U+0000, or half of a surrogate pair (never a character; a broken paste). Found here, they
 * become a typed refusal the person can act on; found by the database, they would stop the whole queue.
 */
export function unstorableTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const childPath = path === '' ? key : `${path}.${key}`;
    return isStorable(key) ? unstorableTexts(child, childPath) : [path];
  });
}

const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
