import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useRemembered } from '../ui/use-remembered';
import { placeOf } from './places';

const otherPlaces = /^\/(sync|attention)$/;

/** Opened at its start address, the app goes on where the person left it; an address that was asked for is obeyed. */
export function useLastPlace(): void {
  const { pathname, search, key } = useLocation();
  const navigate = useNavigate();
  const [last, remember] = useRemembered('last-place', '/');
  const started = useRef(false);
  useEffect(() => {
    if (!started.current) {
      started.current = true;
      if (pathname === '/' && key === 'default' && last !== '/') {
        void navigate(last, { replace: true });
        return;
      }
    }
    // What is no place of the app is not where one goes on tomorrow.
    if (placeOf(pathname) ?? otherPlaces.test(pathname)) remember(pathname + search);
  }, [pathname, search, key, last, navigate, remember]);
}
