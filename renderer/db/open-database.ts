import type { DexieOptions } from 'dexie';
import { newId } from '#shared/lib/ids';
import { ClientDatabase, databaseName } from './database';
import { getMeta, setMeta } from './meta';

/** Without 0, O, 1, I: it is read aloud on the telephone. */
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function makeDeviceCode(random: () => number): string {
  const letter = (): string => codeLetters.charAt(Math.floor(random() * codeLetters.length));
  return letter() + letter() + letter() + letter();
}

/** Opens the person's database and gives a new one its client id and device code. */
export async function openDatabase(
  userId: string,
  { random = Math.random, options }: { random?: () => number; options?: DexieOptions } = {},
): Promise<ClientDatabase> {
  const db = new ClientDatabase(databaseName(userId), options);
  await db.open();
  await db.transaction('rw', db.meta, async () => {
    if ((await getMeta(db, 'clientId')) !== undefined) return;
    await setMeta(db, 'clientId', newId());
    await setMeta(db, 'deviceCode', makeDeviceCode(random));
    await setMeta(db, 'lastSeq', 0);
  });
  return db;
}
