interface Waiting {
  readonly run: () => void;
  readonly signal: AbortSignal | undefined;
}

type Callback<T> = (lock: Lock | null) => T;

/** The Web Locks of one device, as its windows see them: exclusive locks by name, in the order they were asked for (SY-9). */
export class WindowLocks {
  readonly #held = new Map<string, Waiting[]>();

  /** `request` of the LockManager interface. */
  readonly request: LockManager['request'] = async <T>(
    name: string,
    optionsOrCallback: LockOptions | Callback<T>,
    callback?: Callback<T>,
  ): Promise<Awaited<T>> => {
    const run = callback ?? (optionsOrCallback as Callback<T>);
    const options: LockOptions = callback ? (optionsOrCallback as LockOptions) : {};
    if (this.#held.has(name) && options.ifAvailable === true) return await run(null);
    await this.#take(name, options.signal);
    try {
      return await run({ name, mode: 'exclusive' });
    } finally {
      this.#release(name);
    }
  };

  #take(name: string, signal: AbortSignal | undefined): Promise<void> {
    const queue = this.#held.get(name);
    if (!queue) {
      this.#held.set(name, []);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      queue.push({ run: resolve, signal });
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  }

  #release(name: string): void {
    const queue = this.#held.get(name) ?? [];
    let next = queue.shift();
    while (next?.signal?.aborted === true) next = queue.shift();
    if (next) next.run();
    else this.#held.delete(name);
  }
}
