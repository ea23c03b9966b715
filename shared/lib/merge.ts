/** `base` with the fields of `changes` that are present; a field that is undefined counts as absent. */
export function merge<T extends object>(base: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const present = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...base, ...present };
}
