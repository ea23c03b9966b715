import { isStorable } from '#shared/lib/storable-text';

/** Paths of texts that the database cannot hold. Found here, they become a refusal (SY-102); found by the database, they would stop the whole queue. */
export function unstorableTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const childPath = path === '' ? key : `${path}.${key}`;
    return isStorable(key) ? unstorableTexts(child, childPath) : [path];
  });
}
