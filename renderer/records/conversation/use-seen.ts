import { useEffect, useState, type RefObject } from 'react';

/** Whether the element is in view of somebody: on screen, in a window that is looked at. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [inView, setInView] = useState(false);
  const [looked, setLooked] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setInView(entries.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    const look = () => setLooked(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return inView && looked;
}
