import { useState } from 'react';

/**
 * A stored value arrives a moment after it was saved. Until then the field shows the one that is expected, so that nothing flickers;
 * any other value that arrives wins. `expect(null)` gives up waiting.
 */
export function useExpected(value: string): readonly [string, (next: string | null) => void] {
  const [wait, setWait] = useState<{ readonly from: string; readonly next: string } | null>(null);
  // Adjusted while rendering, as React advises for state that follows a prop: an effect would paint the old value once.
  if (wait !== null && wait.from !== value) setWait(null);
  return [
    wait !== null && wait.from === value ? wait.next : value,
    (next) => setWait(next === null ? null : { from: value, next }),
  ];
}
