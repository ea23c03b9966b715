/** What must never happen, as it is counted. */
export type Harm = 'divergence' | 'loss' | 'duplicate' | 'stuck';

/** A promise that was broken: which one, and what was seen. */
export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    readonly harm: Harm,
    /** The check that found it, as a sentence of what should be. */
    readonly rule: string,
    detail: unknown,
  ) {
    super(`${harm}: ${rule}\n${typeof detail === 'string' ? detail : JSON.stringify(detail, undefined, 1)}`);
  }
}
