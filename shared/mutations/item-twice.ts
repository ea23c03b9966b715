import type { Rejection } from './rejection';

/** The first id that stands there twice. Lines are found by their ids, so that a quote holds each once. */
export function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

export const itemTwice = (itemId: string): Rejection => ({
  type: 'invalid-arguments',
  issues: [{ path: 'items', message: `${itemId} is there twice` }],
});
