import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { aBook, aPartner, aProduct } from '#shared/domain/quote/quote.test-kit';
import { sessionSchema, type Session } from '#shared/protocol/session';
import type { Fetch } from '../../renderer/sync/server-api';
import { buildApp, snapshotFolder } from '../../server/app';
import { openPGlite, type Database } from '../../server/db/database';
import { folderChunkStore, type ChunkStore } from '../../server/modules/snapshots/chunk-store';
import { publishPriceBook } from '../../server/modules/snapshots/publish';
import { seedDatabase } from '../../server/seed-database';

export const bookId = 'book-1';
const password = 'a password of tests';
const header = aBook({ bookId }).header;
const nouns = 'Backup Firewall Server Licence Storage Switch Endpoint Monitor Archive Gateway'.split(' ');
const grades = 'Standard Professional Enterprise Education Essentials'.split(' ');

/** A list as broad resellers have it: SKUs of several shapes, names in two languages, prices all over the place. */
export function manyProducts(count: number): { products: Product[]; entries: PriceEntry[] } {
  let state = 20_260_310;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const products: Product[] = [];
  const entries: PriceEntry[] = [];
  for (let at = 0; at < count; at += 1) {
    const noun = nouns[next(nouns.length)] ?? '';
    const grade = grades[next(grades.length)] ?? '';
    const sku = `${noun.slice(0, 3).toUpperCase()}-${next(36 ** 5)
      .toString(36)
      .toUpperCase()}-${String(at)}`;
    const name = {
      en: `${noun} ${grade} ${String(next(900) + 100)}`,
      pl: `${noun} ${grade}, wersja ${String(next(90))}`,
    };
    products.push(
      aProduct({ sku, name, family: `Family ${String(next(60))}`, vendor: `Vendor ${String(next(40))}` }),
    );
    const list = `${String(next(20_000) + 1)}.${String(next(100)).padStart(2, '0')}`;
    entries.push({ sku, list, validFrom: null, validUntil: null });
  }
  return { products, entries };
}

export interface BigVendor {
  readonly database: Database;
  readonly chunks: ChunkStore;
  readonly port: number;
  publish(entries: readonly PriceEntry[]): Promise<void>;
  /** Signs in as the one rep there is. `address`: where the device reaches the server. */
  signIn(address: () => string): Promise<{ session: Session; send: Fetch; authorization: string }>;
  close(): Promise<void>;
}

/** A vendor's server, listening, with one catalog and one book of so many SKUs. */
export async function startBigVendor(
  products: readonly Product[],
  entries: readonly PriceEntry[],
): Promise<BigVendor> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fieldquote-big-'));
  const database = await openPGlite({ dataDir: join(dataDir, 'pglite') });
  const chunks = folderChunkStore(snapshotFolder(dataDir));
  const clock = () => new Date('2026-03-10T10:00:00.000Z');
  const person = {
    id: 'rep-1',
    partnerId: 'partner-1',
    name: 'Rep',
    email: 'rep-1@example.com',
    role: 'rep' as const,
    phone: '',
  };
  await seedDatabase(
    database,
    chunks,
    {
      partners: [aPartner()],
      people: [{ ...person, password }],
      agreements: [],
      catalog: { id: header.catalogId, products },
      priceBooks: [{ header, entries, partnerIds: ['partner-1'] }],
      authorities: [],
      records: [],
      leads: [],
      ruleSets: [],
    },
    clock,
  );
  const app = await buildApp({ database, dataDir, rendererDir: join(dataDir, 'none'), clock });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    database,
    chunks,
    port,
    publish: async (next) => {
      const { version: _version, publishedAt: _publishedAt, ...content } = header;
      const book = { header: content, entries: next, partnerIds: null };
      await database.transaction().execute((queries) => publishPriceBook(queries, chunks, book, clock()));
    },
    signIn: async (address) => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
        body: JSON.stringify({ email: person.email, password }),
      });
      const session = sessionSchema.parse(await answer.json());
      const authorization = `Bearer ${answer.headers.get('x-session-token') ?? ''}`;
      const send: Fetch = (path, init) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', authorization);
        return fetch(address() + path, { ...init, headers });
      };
      return { session, send, authorization };
    },
    close: async () => {
      await app.close();
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
