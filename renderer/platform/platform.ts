import type { Result } from '#shared/lib/result';

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
}
