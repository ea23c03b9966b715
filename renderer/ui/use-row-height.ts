import { useSyncExternalStore } from 'react';

const read = (): number => (document.documentElement.dataset['density'] === 'comfortable' ? 40 : 34);

const subscribe = (onChange: () => void) => {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
  return () => observer.disconnect();
};

/** Height of a table row in pixels at the density in use; the same figure as --fq-row in base.css. */
export const useRowHeight = (): number => useSyncExternalStore(subscribe, read);
