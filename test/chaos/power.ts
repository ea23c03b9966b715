/** What goes wrong with a device at one of its steps: a write to the store, a write to the journal, a request, an answer. */
export type Trouble =
  /** The process ends (kill -9, the battery) at the step after `left` others. */
  | { readonly kind: 'kill'; left: number }
  /** From the step after `left` others on, nothing can be written any more. */
  | { readonly kind: 'disk-full'; left: number };

export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** The life of one process on a device: from its start until it is ended or killed. What it stored outlives it. */
export class Power {
  #trouble: Trouble | null = null;
  #isDead = false;
  #isFull: boolean;
  /** Told every value that is added to or put into a table. */
  onWrite: (table: string, value: unknown) => void = () => undefined;

  constructor(isFull = false) {
    this.#isFull = isFull;
  }

  plan(trouble: Trouble | null): void {
    this.#trouble = trouble;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Space was made. */
  free(): void {
    this.#isFull = false;
    this.#trouble = null;
  }

  /** Ends it here and now. Once off it stays off: whatever its code still tries does nothing. */
  kill(): void {
    this.#isDead = true;
  }

  /** A moment at which the process may end. Throws if it did. */
  step(): void {
    this.#count();
    if (this.#isDead) throw new PowerCut('the power is off');
  }

  /** A write. Throws a PowerCut, or what a full disk makes IndexedDB throw. */
  write(): void {
    this.step();
    if (this.#isFull) throw new DOMException('the disk is full', 'QuotaExceededError');
  }

  #count(): void {
    if (!this.#trouble) return;
    if (this.#trouble.left > 0) {
      this.#trouble.left -= 1;
      return;
    }
    if (this.#trouble.kind === 'kill') this.#isDead = true;
    else this.#isFull = true;
    this.#trouble = null;
  }
}
