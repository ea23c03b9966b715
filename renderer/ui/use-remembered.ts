import { createContext, useCallback, useContext, useState } from 'react';

/** Whose settings these are: the signed-in person's id, or "device" before anyone signed in. */
export const RememberedScope = createContext('device');

/**
 * State that survives a restart, kept per person on this device. The value must be plain JSON. What cannot be read or kept (a full or
 * forbidden store) falls back to plain state: remembering is a convenience, never a reason to fail.
 */
export function useRemembered<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const scope = useContext(RememberedScope);
  const name = `fieldquote:${scope}:${key}`;
  const [value, setValue] = useState<T>(() => readRemembered(name, initial));
  const change = useCallback(
    (next: T | ((before: T) => T)) => {
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        writeRemembered(name, after);
        return after;
      });
    },
    [name],
  );
  return [value, change];
}

export function readRemembered<T>(name: string, initial: T): T {
  try {
    const text = localStorage.getItem(name);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    // Unreadable or forbidden: as if nothing had been remembered.
    return initial;
  }
}

export function writeRemembered(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the value lives on for this run.
  }
}
