import type { Language } from '#shared/domain/catalog/localized';
import type { DemoVendor } from './seed/demo-vendor';
import type { Clock } from './clock';
import type { Database, Queries } from './db/database';
import type { DemoAccess } from './modules/health/route';
import { knowingKey, signAuthority } from './modules/authorities/sign-authority';
import { signingKey, type SigningKey } from './modules/signing/signing-key';
import { addLeads } from './modules/leads/add-seeded-leads';
import { addRuleSet } from './modules/rules/repository';
import { hashPassword } from './modules/session/identity';
import type { ChunkStore } from './modules/snapshots/chunk-store';
import { publishCatalog, publishPriceBook } from './modules/snapshots/publish';
import { writeRecords } from './modules/sync/repository';
import { buildPeople, demoPassword } from './seed/partners/build-people';

export const vendorPartnerId = 'vendor';
const seeded = 'demo-vendor';

/** Loads the demo vendor unless this database has it already. */
export async function seedDemo(database: Database, chunks: ChunkStore, clock: Clock): Promise<void> {
  if (await isSeeded(database)) return;
  // Not loaded at every start: building it takes longer than finding it there.
  const { buildDemoVendor } = await import('./seed/build-demo-vendor');
  await seedDatabase(database, chunks, buildDemoVendor(clock().toISOString().slice(0, 10)), clock);
}

/** One of the demo's own people of each role from each company, as far as they are in this database; never anyone who really works here. */
export async function demoAccess(database: Database): Promise<DemoAccess> {
  const all = buildPeople();
  const people = all.filter(
    (one, at) =>
      all.findIndex(({ partnerId, role }) => partnerId === one.partnerId && role === one.role) === at,
  );
  const rows = await database
    .selectFrom('user_account')
    .innerJoin('tenant', 'tenant.partner_id', 'user_account.partner_id')
    .where(
      'user_id',
      'in',
      people.map(({ id }) => id),
    )
    .select(['user_id', 'email', 'user_account.name', 'role', 'tenant.name as partnerName'])
    .execute();
  const found = new Map(rows.map(({ user_id: id, ...account }) => [id, account]));
  return { password: demoPassword, accounts: people.flatMap(({ id }) => found.get(id) ?? []) };
}

/** Loads a vendor's partners, people, snapshots and records, all or nothing, once. */
export async function seedDatabase(
  database: Database,
  chunks: ChunkStore,
  vendor: DemoVendor,
  clock: Clock,
): Promise<void> {
  const hashes = await hashPasswords(vendor.people);
  await database.transaction().execute(async (queries) => {
    const first = await queries
      .insertInto('setting')
      .values({ key: seeded, value: clock().toISOString() })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!first) return;
    await addTenants(queries, vendor);
    await addAccounts(queries, vendor, hashes);
    await addRecords(queries, vendor, await signingKey(queries, clock()));
    for (const ruleSet of vendor.ruleSets) await addRuleSet(queries, ruleSet);
    await addLeads(queries, vendor.leads);
    const { id, products } = vendor.catalog;
    await publishCatalog(queries, chunks, { id, products }, clock());
    for (const { header, entries, partnerIds } of vendor.priceBooks) {
      const { version: _version, publishedAt: _publishedAt, ...content } = header;
      await publishPriceBook(queries, chunks, { header: content, entries, partnerIds }, clock());
    }
  });
}

async function isSeeded(database: Database): Promise<boolean> {
  const row = await database.selectFrom('setting').select('key').where('key', '=', seeded).executeTakeFirst();
  return row !== undefined;
}

/** Equal demo passwords are hashed once: the demo starts faster, and its passwords are no secret. */
async function hashPasswords(people: DemoVendor['people']): Promise<Map<string, string>> {
  const passwords = [...new Set(people.map(({ password }) => password))];
  const hashes = await Promise.all(passwords.map(hashPassword));
  return new Map(passwords.map((password, at) => [password, hashes[at] ?? '']));
}

async function addTenants(queries: Queries, { partners }: DemoVendor): Promise<void> {
  const tenants = partners.map(({ id, name }) => ({ partner_id: id, name }));
  const vendorName = partners[0]?.vendorBrand.displayName ?? 'Vendor';
  if (!tenants.some((tenant) => tenant.partner_id === vendorPartnerId)) {
    tenants.push({ partner_id: vendorPartnerId, name: vendorName });
  }
  await queries
    .insertInto('tenant')
    .values(tenants.map((tenant) => ({ ...tenant, version: 1, tombstones_from: 0 })))
    .execute();
}

async function addAccounts(
  queries: Queries,
  { people, partners }: DemoVendor,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const countries = new Map(partners.map(({ id, country }) => [id, country]));
  await queries
    .insertInto('user_account')
    .values(
      people.map((person) => ({
        user_id: person.id,
        partner_id: person.partnerId,
        email: person.email.toLowerCase(),
        name: person.name,
        role: person.role,
        language: languageOf(countries.get(person.partnerId)),
        password_hash: hashes.get(person.password) ?? '',
      })),
    )
    .execute();
}

async function addRecords(queries: Queries, vendor: DemoVendor, key: SigningKey): Promise<void> {
  const people = vendor.people.map(({ password: _password, ...person }) => person);
  const all = [
    ...vendor.partners.map((partner) => ({ type: 'partner' as const, record: knowingKey(partner, key) })),
    ...vendor.authorities.map((token) => ({ type: 'authority' as const, record: signAuthority(token, key) })),
    ...people.map((record) => ({ type: 'person' as const, record })),
    ...vendor.agreements.map((record) => ({ type: 'agreement' as const, record })),
    ...vendor.records,
  ];
  const rows = all.map(({ type, record }) => ({
    type,
    id: record.id,
    partner_id: record.partnerId,
    version: 1,
    deleted: false,
    body: JSON.stringify(record),
  }));
  await writeRecords(queries, rows);
}

function languageOf(country: string | undefined): Language {
  if (country === 'PL') return 'pl';
  if (country === 'RU' || country === 'KZ') return 'ru';
  return country === 'CN' ? 'zh-CN' : 'en';
}
