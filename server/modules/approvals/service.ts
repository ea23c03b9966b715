import type { z } from 'zod';
import type { Approval } from '#shared/domain/approval/approval';
import { nextApprover } from '#shared/domain/approval/approval-steps';
import { decideApproval } from '#shared/domain/approval/decide-approval';
import { err, ok, type Result } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Session } from '#shared/protocol/session';
import type {
  VendorApprovalDecision,
  vendorApprovalListSchema,
  vendorApprovalSchema,
} from '#shared/protocol/vendor-approval';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents } from '../audit/record-event';
import { priceAgain } from '../sync/authority/price-again';
import { voidRequest, whyNotAsAsked } from '../sync/authority/void-request';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor, partnerDesk } from '../vendor-desk/partner-desk';
import { endedApprovals, findApproval, pendingApprovals } from './repository';

export type ApprovalService = ReturnType<typeof approvalService>;
export type DecisionError =
  | { readonly type: 'not-found' }
  | { readonly type: 'cannot-decide'; readonly state: Approval['state'] };

const isWaiting = (approval: Approval): boolean =>
  approval.state === 'pending' && nextApprover(approval) === 'channel';

/** The vendor's side of approvals (QUO-3): what partners ask the channel manager, and the word on it. */
export function approvalService(database: Database, books: PriceBookSource, clock: Clock) {
  return {
    list: async (): Promise<z.infer<typeof vendorApprovalListSchema>> => {
      const rows = [...(await pendingApprovals(database)), ...(await endedApprovals(database))];
      return {
        approvals: rows.flatMap(({ body, partnerName, accountName, ownerName }) => {
          const { reasons, ...approval } = body as Approval;
          const waits = isWaiting({ ...approval, reasons });
          // Whoever is asked first has not spoken yet: not the vendor's business so far.
          if (approval.state === 'pending' && !waits) return [];
          const names = { partnerName, accountName, ownerName };
          return [{ approval, ...names, isWaiting: waits, reasonCount: reasons.length }];
        }),
      };
    },

    /** undefined: there is no such request. */
    find: async (id: string): Promise<z.infer<typeof vendorApprovalSchema> | undefined> => {
      const found = await findApproval(database, id);
      if (!found) return undefined;
      const approval = found.body as Approval;
      const { partnerId, partnerName, accountName, ownerName } = found;
      const desk = partnerDesk(database, partnerId, books, clock());
      await desk.records.load([{ type: 'quote', id: approval.quoteId }]);
      const quote = desk.records.get('quote', approval.quoteId) ?? null;
      const again = quote && (await priceAgain(quote, desk));
      return {
        approval,
        partnerName,
        accountName,
        ownerName,
        isWaiting: isWaiting(approval),
        quote,
        priced: again?.ok ? again.value.priced : null,
        reasons: again?.ok ? [...again.value.reasons] : [],
        isUnchanged: again?.ok === true && again.value.contentHash === approval.contentHash,
      };
    },

    /** PR-61: approves exactly what was asked about, or voids the request; rejects it, or offers something else. */
    decide: async (
      session: Session,
      id: string,
      { outcome, comment, counter }: VendorApprovalDecision,
    ): Promise<Result<Approval, DecisionError>> => {
      const partnerId = await partnerOf(database, 'approval', id);
      if (partnerId === undefined) return err({ type: 'not-found' });
      return changeAsVendor(database, partnerId, books, clock, async (desk) => {
        const { records, now } = desk;
        await records.load([{ type: 'approval', id }]);
        const approval = records.get('approval', id);
        await records.load([{ type: 'quote', id: approval?.quoteId ?? '-' }]);
        const quote = approval && records.get('quote', approval.quoteId);
        if (!approval || !quote) return err({ type: 'not-found' as const });
        const decided = decideApproval(approval, quote, {
          outcome,
          comment,
          counter,
          approver: 'channel',
          by: session.name,
          role: session.role,
          at: now.toISOString(),
        });
        if (!decided.ok) return err({ type: 'cannot-decide' as const, state: approval.state });
        const writes: readonly RecordWrite[] =
          outcome === 'approve' && whyNotAsAsked(approval, await priceAgain(quote, desk))
            ? voidRequest(approval, quote, now)
            : [
                { type: 'approval', id, record: decided.value.approval },
                { type: 'quote', id: quote.id, record: decided.value.quote },
              ];
        const events = eventsOfChanges(writes, records, { partnerId, by: session, at: now });
        await recordEvents(desk.queries, events);
        records.write(writes);
        return ok(records.get('approval', id) ?? approval);
      });
    },
  };
}
