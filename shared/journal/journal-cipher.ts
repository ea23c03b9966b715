/**
 * Seals each record by itself, so that a journal with one damaged record opens otherwise. `editId` is bound to the sealed bytes
 * (associated data): work cannot be passed off under another name.
 */
export interface JournalCipher {
  seal(editId: string, plain: Uint8Array): Promise<Uint8Array>;
  /** Throws when the bytes were not sealed with this key under this name. */
  open(editId: string, sealed: Uint8Array): Promise<Uint8Array>;
}

/** Until there are keys: as it is. */
export const plainCipher: JournalCipher = {
  seal: (_editId, plain) => Promise.resolve(plain),
  open: (_editId, sealed) => Promise.resolve(sealed),
};
