import type { Approval } from '#shared/domain/approval/approval';
import type { Message } from '#shared/domain/conversation/message';
import type { Obligation } from '#shared/domain/deal/obligation';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Lead } from '#shared/domain/lead/lead';
import type { Order } from '#shared/domain/order/order';
import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import type { Quote } from '#shared/domain/quote/quote';
import type { RecordOf, RecordType } from '#shared/domain/records';
import type { RecordReader, RecordWrite } from '#shared/mutations/mutation';
import type { EventType } from '#shared/protocol/event-types';
import type { HappenedEvent } from './record-event';

/** `by` null: whoever sent it, the server decided that part by itself. */
type Told = { readonly type: EventType; readonly data: object; readonly by?: null };
type Tell<T extends RecordType> = (after: RecordOf<T>, before: RecordOf<T> | undefined) => readonly Told[];

/**
 * ADM-5: what happened, told from what became of the records. It looks at what is not as it was before, so an edit that changes nothing that
 * matters tells nothing, however often it is sent.
 */
const tell: { readonly [T in RecordType]?: Tell<T> } = {
  lead: (after, before) => [...leadState(after, before), ...leadQualification(after, before)],
  registrationRequest: (after, before) => registration(after, before),
  specialBid: (after, before) => specialBid(after, before),
  approval: (after, before) => approval(after, before),
  quote: (after, before) => quote(after, before),
  order: (after, before) => order(after, before),
  message: (after, before) => (before ? [] : [message(after)]),
  obligation: (after, before) => (after.done && !before?.done ? [obligation(after)] : []),
};

/** What writing these records means. Call before they are written: `records` still says how they were. */
export function eventsOfChanges(
  writes: readonly RecordWrite[],
  records: RecordReader,
  happened: Pick<HappenedEvent, 'partnerId' | 'by' | 'at'>,
): HappenedEvent[] {
  return writes.flatMap(({ type, id, record }) => {
    const told: Tell<RecordType> | undefined = tell[type];
    if (!told || record === null) return [];
    const subject = { type, id };
    return told(record, records.get(type, id)).map((one) => ({ ...happened, ...one, subject }));
  });
}

const has = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function leadState(after: Lead, before: Lead | undefined): Told[] {
  if (after.state === before?.state) return [];
  const { number, answer, converted } = after;
  const data = {
    number,
    ...(answer?.reason && { reason: answer.reason }),
    ...(converted && { accountId: converted.accountId, opportunityId: converted.opportunityId }),
  };
  return [{ type: `lead.${after.state}`, data }];
}

function leadQualification(after: Lead, before: Lead | undefined): Told[] {
  const { number, qualification } = after;
  if (!qualification || qualification.state === 'draft') return [];
  if (qualification.state === before?.qualification?.state) return [];
  const data = { number, score: qualification.vendor?.score ?? qualification.score };
  return [{ type: `lead.qualification-${qualification.state}`, data }];
}

function registration(after: RegistrationRequest, before: RegistrationRequest | undefined): Told[] {
  const { amount, currency, accountId, decision, extension, conflict } = after;
  const data = { accountId, amount, currency };
  if (!before) {
    const byRule: Told[] =
      after.state === 'submitted' ? [] : [{ type: `registration.${after.state}`, data, by: null }];
    return [{ type: 'registration.submitted', data }, ...byRule, ...registrationConflict(after, undefined)];
  }
  const isAppealed = after.appeals.length > before.appeals.length;
  const told: Told[] = [];
  if (isAppealed) told.push({ type: 'registration.appealed', data });
  else if (after.state !== before.state && after.state !== 'submitted') {
    const refusal = decision?.refusal;
    told.push({ type: `registration.${after.state}`, data: { ...data, ...(refusal && { refusal }) } });
  } else if (contentOf(after) !== contentOf(before)) told.push({ type: 'registration.changed', data });
  if (extension && extension.askedAt !== before.extension?.askedAt) {
    told.push({ type: 'registration.extension-asked', data: { ...data, until: extension.until } });
  } else if (extension?.decision && !before.extension?.decision) {
    const { until } = extension.decision;
    told.push({ type: 'registration.extension-decided', data: { ...data, until } });
  }
  told.push(...registrationConflict(after, before));
  if (after.ended && !before.ended) {
    const { why } = after.ended;
    told.push({ type: `registration.${why}`, data });
  }
  if (conflict?.outcome && !before.conflict?.outcome) {
    told.push({ type: 'registration.conflict-decided', data: { ...data, result: conflict.outcome.result } });
  }
  return told;
}

function registrationConflict(
  { accountId, conflict }: RegistrationRequest,
  before: RegistrationRequest | undefined,
): Told[] {
  if (!conflict) return [];
  const told: Told[] = [];
  if (conflict.openedAt !== before?.conflict?.openedAt) {
    told.push({ type: 'registration.conflict-opened', data: { accountId, answerBy: conflict.answerBy } });
  }
  if (conflict.statement && conflict.statement.text !== before?.conflict?.statement?.text) {
    told.push({ type: 'registration.conflict-answered', data: { accountId } });
  }
  return told;
}

/** What the partner asks for, apart from what became of it. */
const contentOf = (request: RegistrationRequest): string => {
  const { opportunityId, description, amount, currency, closeOn, families, contactId, competitor } = request;
  return JSON.stringify([
    opportunityId,
    description,
    amount,
    currency,
    closeOn,
    families,
    has(contactId) ? contactId : null,
    has(competitor) ? competitor : '',
  ]);
};

function specialBid(after: SpecialBid, before: SpecialBid | undefined): Told[] {
  if (after.state === before?.state) return [];
  const { quoteId, quoteNumber, currency, validUntil } = after;
  const data = { quoteId, quoteNumber, currency, ...(validUntil && { validUntil }) };
  return [{ type: `special-bid.${after.state}`, data }];
}

function approval(after: Approval, before: Approval | undefined): Told[] {
  const { quoteId, quoteNumber, quoteRevision, currency, figures, state } = after;
  const data = { quoteId, quoteNumber, quoteRevision, currency, sell: figures.sell };
  const told: Told[] = before ? [] : [{ type: 'approval.requested', data }];
  for (const { outcome, approver } of after.decisions.slice(before?.decisions.length ?? 0)) {
    told.push({ type: 'approval.decided', data: { ...data, outcome, approver, state } });
  }
  if (state !== before?.state && (state === 'withdrawn' || state === 'voided')) {
    told.push({ type: `approval.${state}`, data });
  }
  return told;
}

function quote(after: Quote, before: Quote | undefined): Told[] {
  const { state, number, revision, accountId } = after;
  if (state === before?.state) return [];
  if (state !== 'presented' && state !== 'accepted' && state !== 'rejected') return [];
  return [{ type: `quote.${state}`, data: { number, revision, accountId } }];
}

function order(after: Order, before: Order | undefined): Told[] {
  const { vendorOrderNumber, quoteId, quoteNumber, accountId, currency, totals, state } = after;
  const data = {
    number: vendorOrderNumber,
    quoteId,
    quoteNumber,
    accountId,
    currency,
    sellNet: totals.sellNet,
  };
  if (!before) return [{ type: 'order.placed', data: { ...data, buyNet: totals.buyNet } }];
  if (state === before.state || (state !== 'accepted' && state !== 'rejected')) return [];
  return [{ type: `order.${state}`, data }];
}

const message = ({ about, side, attachments }: Message): Told => ({
  type: 'message.posted',
  data: { about, side, attachments: attachments.length },
});

const obligation = ({ opportunityId, templateId, side, dueOn }: Obligation): Told => ({
  type: 'obligation.completed',
  data: { opportunityId, templateId, side, dueOn },
});
