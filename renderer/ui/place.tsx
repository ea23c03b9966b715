import { createContext, use, useEffect, useState, type ReactNode, type RefObject } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';

interface Place {
  /** The words of the open screen's heading. */
  readonly heading: string;
}

const PlaceContext = createContext<StoreApi<Place> | null>(null);

/** Lets the frame name the open screen in its breadcrumb and the window's title. */
export function PlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => createStore<Place>(() => ({ heading: '' })));
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** Without the way to the list before it, and without what stands beside the name: a state, decoration, what says that there is no name yet. */
function ownWords(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement;
  for (const aside of copy.querySelectorAll('a, [aria-hidden], [data-beside-name], [data-empty]'))
    aside.remove();
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (texts.nextNode()) words.push(texts.currentNode.nodeValue?.trim() ?? '');
  return words.filter((word) => word !== '').join(' ');
}

/** A screen's heading reports its words, whatever they are made of. Outside a frame nobody listens. */
export function useReportHeading(heading: RefObject<HTMLElement | null>): void {
  const place = use(PlaceContext);
  // After every render: the words may have come later than the heading.
  useEffect(() => {
    const words = heading.current ? ownWords(heading.current) : '';
    if (place && place.getState().heading !== words) place.setState({ heading: words });
  });
  useEffect(() => () => place?.setState({ heading: '' }), [place]);
}

export function usePlaceHeading(): string {
  const place = use(PlaceContext);
  if (!place) throw new Error('usePlaceHeading outside PlaceProvider');
  return useStore(place, ({ heading }) => heading);
}
