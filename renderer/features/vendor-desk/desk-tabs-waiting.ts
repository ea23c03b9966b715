import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { vendorWaitingSchema, type VendorWaiting } from '#shared/protocol/vendor-waiting';
import { askFor } from './desk-request';
import { deskReadAgain, usePolled } from './queries';

const read = (signal?: AbortSignal) =>
  askFor(
    (path, init) => fetch(path, init),
    '/api/v1/vendor/waiting',
    vendorWaitingSchema,
    signal ? { signal } : {},
  );

/** How much waits in the lists of the desk, read as often as they are, and whenever one goes to another place: what one came from may be done. */
export function useDeskWaiting(): Partial<VendorWaiting> {
  const { value = {} } = usePolled(read, deskReadAgain);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) window.dispatchEvent(new Event(deskReadAgain));
    before.current = pathname;
  }, [pathname]);
  return value;
}
