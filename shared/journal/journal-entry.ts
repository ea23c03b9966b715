import { z } from 'zod';
import { idSchema } from '../lib/ids';
import type { JournalCipher } from './journal-cipher';
import type { SealedEntry } from './journal-host';

/** A piece of work as the journal keeps it: all that is needed to do it again over the server's state, on a store that forgot it. */
export const journalEntrySchema = z.object({
  editId: idSchema,
  name: z.string(),
  args: z.unknown(),
  schemaVersion: z.number().int(),
  businessId: z.string().nullable(),
  capturedAt: z.string(),
  /** SY-13. */
  saw: z.record(z.string(), z.string()),
  /** The store whose transaction it was part of. */
  storeId: z.string(),
  /** Grows with every piece of work of that store, whatever window did it and whatever the clock says. */
  order: z.number().int(),
});
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;

export async function sealEntry(cipher: JournalCipher, entry: JournalEntry): Promise<SealedEntry> {
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  return { editId: entry.editId, body: await cipher.seal(entry.editId, plain) };
}

/** null: sealed with another key, or written by an app of another version. It stays in the journal. */
export async function openEntry(
  cipher: JournalCipher,
  { editId, body }: SealedEntry,
): Promise<JournalEntry | null> {
  try {
    const plain = await cipher.open(editId, body);
    const parsed = journalEntrySchema.safeParse(JSON.parse(new TextDecoder().decode(plain)));
    return parsed.success && parsed.data.editId === editId ? parsed.data : null;
  } catch {
    return null; // counted and kept by the caller
  }
}
