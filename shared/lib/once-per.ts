/** Makes a value when its key is first asked for, and keeps it. For few keys: nothing is ever dropped. What throws is tried again. */
export function oncePer<K, T extends object>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
