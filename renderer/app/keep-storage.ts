/** Asks the browser not to clear this origin's data when the disk runs low. What it answers changes nothing the person can do. */
export async function keepStorage(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Not offered here, e.g. outside a secure context.
  }
}
