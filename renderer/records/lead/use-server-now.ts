import { useSyncStatus } from '../../client/hooks';
import { useNow } from '../../ui/use-now';

/** The server's time as well as this device knows it, in milliseconds: the device's clock less what it is known to be ahead (SY-11). */
export function useServerNow(everyMs = 30_000): number {
  const { clockSkew } = useSyncStatus();
  return useNow(everyMs).getTime() - (clockSkew ?? 0) * 60_000;
}
