/** One piece of work and what the app said of it. */
export interface Written {
  /** The record it made, or the quote whose internal notes it set to `note`. */
  readonly id: string;
  readonly note: string | null;
  /** null: the app said that it is saved. Else why not. */
  readonly error: string | null;
}

export type Opened =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly type: string; readonly message?: string } };

/** What is on the device. */
export interface Seen {
  /** Internal notes of quotes, '' for other records, by id. */
  readonly records: Readonly<Record<string, string>>;
  readonly waiting: number;
  readonly outbox: number;
  readonly attention: readonly string[];
}

/** What the test page offers to a test, as `window.chaos`. */
export interface ChaosPage {
  open(email: string, password: string): Promise<Opened>;
  /** When the cookie went with the browser: it is written seconds after it came. */
  signInAgain(email: string, password: string): Promise<void>;
  /** What the person chooses on a store that does not open: a new one, from server and journal. */
  rebuild(): Promise<void>;
  /** Works without pause until stopped; the ids of all it makes begin with `prefix`. */
  write(prefix: string, seed: number): void;
  stop(): void;
  sync(): Promise<{ readonly problem: string | null; readonly waiting: number; readonly attention: number }>;
  look(): Promise<Seen>;
  /** Fills a file of its own beside the app's. */
  keepMuch(bytes: number): Promise<void>;
}

declare global {
  interface Window {
    readonly chaos: ChaosPage;
    /** Put there by the test: called for every piece of work that the app said was saved, or was not. */
    readonly chaosWritten: (written: Written) => void;
  }
}
