import type { Lead } from '#shared/domain/lead/lead';
import type { LeadRouting, RoutingAction } from '#shared/domain/rules/rule-set';
import { newId } from '#shared/lib/ids';
import {
  vendorLeadFileSchema,
  vendorLeadListSchema,
  type CreateLead,
  type VendorLead,
  type VendorLeadFile,
} from '#shared/protocol/vendor-lead';
import { patchOf, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { addRuleSet, findRuleSets } from '../rules/repository';
import { keepLeadsMoving } from './keep-leads-moving';
import { priceBookSource } from '../snapshots/price-book-source';

export const leadsAddress = '/api/v1/vendor/leads';

/** A lead that a vendor's person writes down. */
export const aNewLead = (changes: Partial<CreateLead> = {}): CreateLead => ({
  id: newId(),
  company: {
    name: 'Tatra Hotels',
    country: 'PL',
    segment: 'mid-market',
    city: 'Zakopane',
    street: 'ul. Długa 1',
    postalCode: '34-500',
    taxId: 'PL0000000001',
    website: 'https://tatra.example',
  },
  contact: { name: 'Ewa Maj', jobTitle: 'IT', email: 'ewa@tatra.example', phone: '+48 555' },
  source: 'Fair',
  need: 'Backup for twelve hotels',
  families: [],
  estimate: { amount: '20000', currency: 'EUR' },
  ...changes,
});

/** Offers everything by this action, from now on. */
export async function ruleEverything(server: TestServer, action: RoutingAction): Promise<void> {
  const rules: LeadRouting['rules'] = [{ id: 'all', name: 'All', when: { kind: 'all', of: [] }, action }];
  const [newest] = await findRuleSets(server.database, 'lead-routing');
  await addRuleSet(server.database, {
    kind: 'lead-routing',
    version: (newest?.version ?? 0) + 1,
    content: { kind: 'lead-routing', regions: [], rules },
    by: 'admin-1',
    at: '2026-01-01T00:00:00.000Z',
    activeFrom: '2026-01-01T00:00:00.000Z',
    note: '',
  });
}

export const toPartners = (...partnerIds: string[]): RoutingAction => ({
  kind: 'partners',
  partnerIds,
  answerHours: 24,
});

/** What one of the vendor's people does with leads. */
export function leadDeskOf(channel: TestDevice) {
  const post = async (id: string, what: string, body: object = {}) =>
    channel.ask('POST', `${leadsAddress}/${id}/${what}`, body);
  const find = async (id: string): Promise<VendorLeadFile> =>
    vendorLeadFileSchema.parse((await channel.ask('GET', `${leadsAddress}/${id}`)).body);
  return {
    create: async (changes: Partial<CreateLead> = {}): Promise<VendorLeadFile> =>
      vendorLeadFileSchema.parse((await channel.ask('POST', leadsAddress, aNewLead(changes))).body),
    find,
    list: async (query = ''): Promise<VendorLead[]> =>
      vendorLeadListSchema.parse((await channel.ask('GET', `${leadsAddress}${query}`)).body).leads,
    post,
  };
}

/** The lead as the partner's device has it after a pull. */
export async function leadOn(device: TestDevice, id: string): Promise<Lead | undefined> {
  const { changes } = patchOf(await device.pull());
  const found = changes.find((change) => change.type === 'lead' && change.id === id);
  return found?.record as Lead | undefined;
}

/** The job, at this instant. */
export const runLeadJob = (server: TestServer, at: string): Promise<void> =>
  keepLeadsMoving({
    database: server.database,
    books: priceBookSource(server.chunks),
    clock: () => new Date(at),
  });

/** What happened with a subject, by its event types. */
export const eventsAbout = async (server: TestServer, ...ids: string[]): Promise<string[]> => {
  const rows = await server.database
    .selectFrom('event')
    .select('type')
    .where('subject_id', 'in', ids)
    .orderBy('seq')
    .execute();
  return rows.map(({ type }) => type);
};
