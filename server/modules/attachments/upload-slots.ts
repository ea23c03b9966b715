import { ApiFailure } from '../../http/api-failure';
import { retryAfter } from '../../http/retry-after';

/** Back-pressure: each upload holds its bytes in memory, so only so many are read at once (docs/adr/0017). */
export function uploadSlots(atOnce: number) {
  let working = 0;
  return {
    /** Throws the typed `too-many-requests`; else the caller calls the result once, when it is done. */
    take: (): (() => void) => {
      if (working >= atOnce) {
        throw new ApiFailure('too-many-requests', 'Too many files at once', undefined, retryAfter(2));
      }
      working += 1;
      return () => {
        working -= 1;
      };
    },
  };
}
