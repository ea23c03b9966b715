import { useState } from 'react';
import { expectNext, isAwaited, type Expected } from './expected';

/**
 * A stored value arrives a moment after it was saved. Until then the field shows the one that is expected, so that nothing flickers;
 * any other value that arrives wins. `expect(null)` gives up waiting.
 */
export function useExpected<T extends string | boolean>(value: T): readonly [T, (next: T | null) => void] {
  const [wait, setWait] = useState<Expected<T> | null>(null);
  const awaited = wait !== null && isAwaited(wait, value);
  // Adjusted while rendering, as React advises for state that follows a prop: an effect would paint the old value once.
  if (wait !== null && !awaited) setWait(null);
  return [
    awaited ? wait.next : value,
    (next) => setWait((before) => (next === null ? null : expectNext(before, value, next))),
  ];
}
