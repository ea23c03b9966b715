import type { DBCore, DexieOptions } from 'dexie';
import { newId } from '#shared/lib/ids';
import { ClientDatabase, databaseName } from './database';
import { getMeta, setMeta } from './meta';
import { allMigrations } from './migrations/all-migrations';
import { OpenFailure, StorageFailure } from './storage-error';

/** Without 0, O, 1, I: it is read aloud on the telephone. */
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function makeDeviceCode(random: () => number): string {
  const letter = (): string => codeLetters.charAt(Math.floor(random() * codeLetters.length));
  return letter() + letter() + letter() + letter();
}

interface OpenOptions {
  readonly random?: () => number;
  readonly options?: DexieOptions;
  /** False on a full disk: a store that would have to be made or upgraded first is not opened, and nothing is written, whoever asks. */
  readonly writable?: boolean;
}

/**
 * Opens the person's database and gives a new one its client id and device code. Throws `OpenFailure`, or what the browser throws: nothing
 * was changed then.
 */
export async function openDatabase(
  userId: string,
  { random = Math.random, options, writable = true }: OpenOptions = {},
): Promise<ClientDatabase> {
  const stores = await storesOf(userId, factoryOf(options));
  const current = stores.at(-1);
  const latest = allMigrations.at(-1)?.version ?? 0;
  if (current && appVersion(current.version) > latest) throw new OpenFailure({ type: 'store-too-new' });
  if (!writable && (!current || appVersion(current.version) < latest)) {
    throw new OpenFailure({ type: 'disk-full' });
  }
  const db = new ClientDatabase(current?.name ?? databaseName(userId), options);
  if (!writable) db.use({ stack: 'dbcore', name: 'for reading only', create: forReadingOnly });
  // Dexie would open it again, and write into what a newer version of the app has just upgraded (SY-10).
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) return true;
    db.close();
    return false;
  });
  try {
    await db.open();
    // Dexie opens what a newer app wrote; what it would not understand it would spoil.
    if (appVersion(db.backendDB().version) > latest) throw new OpenFailure({ type: 'store-too-new' });
    if (writable) await db.transaction('rw', db.meta, () => begin(db, random));
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/**
 * Puts a new, empty store in the place of one that does not open. The old one stays under its name, for whoever can make something of it;
 * the journal and the server fill the new one.
 */
export async function replaceDatabase(userId: string, options?: DexieOptions): Promise<void> {
  const stores = await storesOf(userId, factoryOf(options));
  const generation = stores.at(-1)?.generation ?? 0;
  const db = new ClientDatabase(`${databaseName(userId)}~${String(generation + 1)}`, options);
  await db.open();
  db.close();
}

async function begin(db: ClientDatabase, random: () => number): Promise<void> {
  if ((await getMeta(db, 'storeId')) === undefined) await setMeta(db, 'storeId', newId());
  if ((await getMeta(db, 'clientId')) !== undefined) return;
  await setMeta(db, 'clientId', newId());
  await setMeta(db, 'deviceCode', makeDeviceCode(random));
  await setMeta(db, 'lastSeq', 0);
}

const forReadingOnly = (core: DBCore): DBCore => ({
  ...core,
  transaction: (tables, mode, options) => {
    if (mode === 'readwrite') throw new StorageFailure({ type: 'disk-full' });
    return core.transaction(tables, mode, options);
  },
});

/** Dexie multiplies versions by ten and counts the last digit itself. */
const appVersion = (native: number): number => Math.floor(native / 10);

interface Store {
  readonly name: string;
  readonly version: number;
  /** 0 at first; grows when one is replaced. The highest is in use. */
  readonly generation: number;
}

const factoryOf = (options?: DexieOptions): IDBFactory => (options?.indexedDB as IDBFactory) ?? indexedDB;

/** The person's stores on this device, the one in use last. */
async function storesOf(userId: string, factory: IDBFactory): Promise<readonly Store[]> {
  const base = databaseName(userId);
  const stores = (await factory.databases()).flatMap(({ name = '', version = 0 }): Store[] => {
    if (name === base) return [{ name, version, generation: 0 }];
    const generation = name.startsWith(`${base}~`) ? Number(name.slice(base.length + 1)) : Number.NaN;
    return Number.isInteger(generation) ? [{ name, version, generation }] : [];
  });
  return stores.toSorted((a, b) => a.generation - b.generation);
}
