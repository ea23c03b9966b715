import type { Agreement, Partner, Person } from '#shared/domain/partner/partner';
import type { RecordType } from '#shared/domain/records';
import type { VendorPartner, VendorPartnerRow } from '#shared/protocol/vendor-partners';
import type { Database } from '../../db/database';
import { newestManifests } from '../snapshots/repository';
import { countRecords, lastOrders, partnerRecords, recordsOf } from './repository';

export type PartnerService = ReturnType<typeof partnerService>;

/** In which states something waits for an answer of one side or the other. */
const waiting: Partial<Record<RecordType, readonly string[]>> = {
  lead: ['offered', 'accepted'],
  registrationRequest: ['submitted'],
  specialBid: ['requested'],
  order: ['received'],
};

/** The vendor's view of its partners (ADM-2). */
export function partnerService(database: Database) {
  return {
    list: async (): Promise<VendorPartnerRow[]> => {
      const partners = await partnerRecords(database);
      const types: RecordType[] = ['person', 'lead', 'registrationRequest', 'specialBid', 'order'];
      const counts = await countRecords(database, types);
      const last = new Map((await lastOrders(database)).map(({ partnerId, at }) => [partnerId, at]));
      return partners
        .map(({ body }) => {
          const { id, name, kind, tier, country, region, currency } = body as Partner;
          const count = (type: RecordType): number =>
            counts
              .filter((one) => one.partnerId === id && one.type === type)
              .filter(({ state }) => waiting[type]?.includes(state) ?? true)
              .reduce((sum, one) => sum + one.count, 0);
          return {
            id,
            name,
            kind,
            tier,
            country,
            region,
            currency,
            people: count('person'),
            leads: count('lead'),
            registrations: count('registrationRequest'),
            bids: count('specialBid'),
            orders: count('order'),
            lastOrderAt: last.get(id) ?? null,
          };
        })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },

    /** undefined: there is no such partner. */
    find: async (partnerId: string): Promise<VendorPartner | undefined> => {
      const [found] = await partnerRecords(database, partnerId);
      if (!found) return undefined;
      const partner = found.body as Partner;
      const { id, name, kind, tier, country, region, currency, timeZone } = partner;
      const people = (await recordsOf(database, partnerId, 'person')).map(({ body }) => body as Person);
      const agreements = (await recordsOf(database, partnerId, 'agreement')).map(
        ({ body }) => body as Agreement,
      );
      const types: RecordType[] = [
        'lead',
        'registrationRequest',
        'specialBid',
        'approval',
        'order',
        'opportunity',
        'contract',
      ];
      const counted = await countRecords(database, types, partnerId);
      const counts = (type: RecordType) =>
        counted.filter((one) => one.type === type).map(({ state, count }) => ({ state, count }));
      // What its own people may have; the same as their list of snapshots.
      const manifests = await newestManifests(database, { partnerId, role: 'rep' });
      return {
        partner: {
          id,
          name,
          kind,
          tier,
          country,
          region,
          currency,
          timeZone,
          certifications: partner.certifications ?? [],
          vendorContacts: partner.vendorContacts ?? [],
        },
        people: people
          .filter((person) => person.partnerId === partnerId)
          .map((person) => ({
            id: person.id,
            name: person.name,
            email: person.email,
            role: person.role,
            phone: person.phone,
          })),
        counts: {
          leads: counts('lead'),
          registrations: counts('registrationRequest'),
          bids: counts('specialBid'),
          approvals: counts('approval'),
          orders: counts('order'),
          opportunities: counts('opportunity'),
          contracts: counts('contract').reduce((sum, { count }) => sum + count, 0),
        },
        agreements,
        priceBooks: manifests.flatMap((manifest) =>
          manifest.kind === 'price-book'
            ? [
                {
                  bookId: manifest.id,
                  name: manifest.header.name,
                  version: manifest.version,
                  currency: manifest.header.currency,
                },
              ]
            : [],
        ),
      };
    },
  };
}
