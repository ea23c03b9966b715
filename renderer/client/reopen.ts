import { createContext, use } from 'react';

export const ReopenContext = createContext<() => void>(() => undefined);

/** Closes the person's data on this device and opens it again: room on the disk is looked for anew. */
export const useReopen = (): (() => void) => use(ReopenContext);
