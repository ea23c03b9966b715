import type { JournalError } from '#shared/journal/journal-host';
import type { Result } from '#shared/lib/result';
import type { Journal } from '../journal/journal';

export type SaveError =
  | { readonly type: 'disk-full' }
  | { readonly type: 'not-permitted'; readonly path: string }
  | { readonly type: 'failed'; readonly message: string };

/** The few things the two hosts do differently. */
export interface Platform {
  readonly kind: 'browser' | 'electron';
  /** Asks where, or downloads; resolves when the bytes are with the person. */
  saveFile(file: {
    readonly name: string;
    readonly mimeType: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<'saved' | 'cancelled', SaveError>>;
  /** SY-2: asked before the store is opened. `low`: whatever was kept back for this is free now, so that it opens whole, to be read. */
  checkSpace(): Promise<'enough' | 'low'>;
  /** SY-2: this person's journal. `onAdopted`: work came in of a window that is gone. */
  openJournal(userId: string, onAdopted: () => void): Promise<Result<Journal, JournalError>>;
}
