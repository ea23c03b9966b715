import type { Platform } from '../platform/platform';
import { becomeReadOnly } from './read-only';
import type { Storage } from './storage-state';

const interval = 60_000;

/**
 * SY-2: looks now and then whether the disk still has the reserve, and when something could not be written. Better to stop while there is
 * room: on a disk that is quite full, browsers delete what they keep for others.
 */
export function watchSpace(
  platform: Pick<Platform, 'checkSpace'>,
  storage: Storage,
): { readonly look: () => void; readonly stop: () => void } {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking || storage.getState().readOnly) return;
    looking = true;
    const room = await platform.checkSpace();
    looking = false;
    if (room === 'low') becomeReadOnly(storage);
  };
  const timer = setInterval(() => void look(), interval);
  return { look: () => void look(), stop: () => clearInterval(timer) };
}
