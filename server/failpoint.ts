/** Moments at which a test may stop, delay or break the server, as a power cut would; in the order in which a request meets them. */
export type Failpoint =
  /** A push's transaction is open and holds its locks. */
  | 'push:locked'
  /** Every mutation is decided; records and the last seq are not written yet. */
  | 'push:decided'
  /** Everything is written, nothing committed: whatever throws here undoes the push. */
  | 'push:before-commit'
  /** Committed; the device has no answer yet and, if this throws, gets none that says so. */
  | 'push:after-commit'
  /** A page of a pull is read, not yet answered. */
  | 'pull:read';

/** Called at each; what it throws fails the request it stands in and is never held against a mutation (SY-16). */
export type ReachFailpoint = (name: Failpoint) => Promise<void>;

export const noFailpoints: ReachFailpoint = () => Promise.resolve();
