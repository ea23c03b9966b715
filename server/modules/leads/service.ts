import type { LeadCriteria } from '#shared/domain/lead/criteria';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type {
  JudgeQualification,
  LeadStatistics,
  NewLead,
  VendorLead,
  VendorLeadFile,
  VendorLeadQuery,
} from '#shared/protocol/vendor-lead';
import type { Queries } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import { recordsOfType } from '../sync/repository';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import { addLead } from './add-lead';
import { endOffer } from './end-offer';
import { followOffer, type OpenOffer } from './follow-offer';
import { importLeads } from './import-leads';
import { judgeQualification } from './judge-qualification';
import { vendorsOwn, type LeadDesk } from './lead-desk';
import { makeOffer } from './make-offer';
import { findLead, findLeads, findOffer, findOffers, lockLead, partnerNames } from './repository';
import { routeWaiting } from './route-waiting';
import { leadStatistics } from './statistics';
import { viewFile, viewLead } from './view';

export type LeadService = ReturnType<typeof leadService>;
export type LeadError =
  | { readonly type: 'not-found' }
  | { readonly type: 'no-such-partner' }
  /** What it is instead, in words of the interface. */
  | { readonly type: 'conflict'; readonly message: string };

/** The vendor's side of leads (OPP-2, OPP-3): who gets one, what became of it, and the word on a qualification. */
export function leadService(desk: LeadDesk) {
  const { database, books, clock } = desk;

  const find = async (id: string): Promise<VendorLeadFile | undefined> => {
    const row = await findLead(database, id);
    if (!row) return undefined;
    const offers = await findOffers(database, [id]);
    const holder = offers.find((offer) => offer.id === row.offer_id)?.partner_id;
    const criteria = holder === undefined ? null : await criteriaOf(database, holder);
    return viewFile(row, offers, criteria, await partnerNames(database));
  };
  const answer = async (id: string, error?: LeadError): Promise<Result<VendorLeadFile, LeadError>> => {
    const found = error ? undefined : await find(id);
    return found ? ok(found) : err(error ?? { type: 'not-found' });
  };

  /** Does something to the offer that is open, as the partner's record is now. */
  const onOpenOffer = async (
    id: string,
    change: (partner: PartnerDesk, open: OpenOffer) => Promise<LeadError | undefined>,
  ): Promise<LeadError | undefined> => {
    const lead = await findLead(database, id);
    if (!lead) return { type: 'not-found' };
    const offer = lead.offer_id === null ? undefined : await findOffer(database, lead.offer_id);
    if (!offer) return nobodyHasIt;
    return changeAsVendor(database, offer.partner_id, books, clock, async (partner) => {
      const open = await followOffer(partner, offer.id);
      return open ? change(partner, open) : nobodyHasIt;
    });
  };

  return {
    list: async (query: VendorLeadQuery): Promise<{ leads: VendorLead[] }> => {
      const rows = await findLeads(database, query);
      const offers = await findOffers(
        database,
        rows.map(({ id }) => id),
      );
      return { leads: rows.map((row) => viewLead(row, offers)) };
    },

    /** undefined: there is no such lead. */
    find,

    /** Made once, however often it comes; routed at once. */
    create: async (
      session: Session,
      id: string,
      lead: NewLead,
    ): Promise<Result<VendorLeadFile, LeadError>> => {
      await database
        .transaction()
        .execute((queries) => addLead(queries, { id, lead, by: session, importKey: null, now: clock() }));
      await routeWaiting(desk, id);
      return answer(id);
    },

    import: (session: Session, csv: string) => importLeads(desk, session, csv),

    offer: async (
      session: Session,
      id: string,
      { partnerId, answerHours }: { readonly partnerId: string; readonly answerHours: number },
    ): Promise<Result<VendorLeadFile, LeadError>> => {
      if (!(await findLead(database, id))) return answer(id, { type: 'not-found' });
      if (!(await isPartner(database, partnerId))) return answer(id, { type: 'no-such-partner' });
      const isMade = await makeOffer(desk, id, {
        partnerId,
        answerHours,
        offeredBy: { kind: 'person', name: session.name },
        routing: null,
        actor: session,
        decidedAfter: null,
      });
      return answer(id, isMade ? undefined : notWaiting);
    },

    takeBack: async (
      session: Session,
      id: string,
      { comment, routeAgain }: { readonly comment: string; readonly routeAgain: boolean },
    ): Promise<Result<VendorLeadFile, LeadError>> => {
      const waiting = routeAgain ? 'to-be-routed' : 'taken-back';
      const error = await onOpenOffer(id, async (partner, open) => {
        await endOffer(partner, open, { state: 'withdrawn', by: session, waiting, comment });
        return undefined;
      });
      if (!error && routeAgain) await routeWaiting(desk, id);
      return answer(id, error);
    },

    route: async (id: string): Promise<Result<VendorLeadFile, LeadError>> => {
      const lead = await findLead(database, id);
      if (lead && lead.state !== 'waiting') return answer(id, notWaiting);
      await routeWaiting(desk, id);
      return answer(id);
    },

    close: async (
      session: Session,
      id: string,
      comment: string,
    ): Promise<Result<VendorLeadFile, LeadError>> => {
      const error = await database.transaction().execute(async (queries) => {
        const lead = await lockLead(queries, id);
        if (!lead) return { type: 'not-found' } as const;
        if (lead.state !== 'waiting') return notWaiting;
        await queries
          .updateTable('vendor_lead')
          .set({ state: 'closed', waiting_reason: null, waiting_comment: comment, updated_at: clock() })
          .where('id', '=', id)
          .execute();
        await recordEvent(queries, {
          type: 'lead.closed',
          partnerId: vendorsOwn,
          subject: { type: 'vendor-lead', id },
          by: session,
          at: clock(),
          data: { number: lead.number, comment },
        });
        return undefined;
      });
      return answer(id, error);
    },

    judge: async (
      session: Session,
      id: string,
      said: JudgeQualification,
    ): Promise<Result<VendorLeadFile, LeadError>> => {
      const lead = await findLead(database, id);
      const offer = lead && lead.offer_id !== null ? await findOffer(database, lead.offer_id) : undefined;
      if (!lead) return answer(id, { type: 'not-found' });
      if (!offer) return answer(id, nobodyHasIt);
      const refused = await changeAsVendor(database, offer.partner_id, books, clock, async (partner) => {
        await followOffer(partner, offer.id);
        return judgeQualification(partner, offer.id, session, said);
      });
      return answer(id, refused === undefined ? undefined : { type: 'conflict', message: refused });
    },

    statistics: (query: { from?: string | undefined; until?: string | undefined }): Promise<LeadStatistics> =>
      leadStatistics(database, query),
  };
}

const nobodyHasIt: LeadError = { type: 'conflict', message: 'Nobody has this lead now' };
const notWaiting: LeadError = { type: 'conflict', message: 'This lead does not wait at the desk' };

async function isPartner(queries: Queries, partnerId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('record')
    .select('id')
    .where('type', '=', 'partner')
    .where('id', '=', partnerId)
    .where('partner_id', '=', partnerId)
    .where('deleted', '=', false)
    .executeTakeFirst();
  return row !== undefined;
}

async function criteriaOf(queries: Queries, partnerId: string): Promise<LeadCriteria | null> {
  const [row] = await recordsOfType(queries, partnerId, 'leadCriteria');
  return row ? (row.body as LeadCriteria) : null;
}
