/** Ends a switch over a union: the compiler refuses it while a case is missing, and a value from outside the union throws. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
