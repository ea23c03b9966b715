import type { Approval } from '#shared/domain/approval/approval';
import { endApproval } from '#shared/domain/approval/decide-approval';
import type { Quote } from '#shared/domain/quote/quote';
import type { Result } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { PricedAgain } from './price-again';
import { brokenFloors, contentChanged } from './release';

/** PR-61: why a request may not be approved now: the quote cannot be priced any more, is not what was asked about, or breaks a floor. */
export function whyNotAsAsked(asked: Approval, again: Result<PricedAgain, Rejection>): Rejection | undefined {
  if (!again.ok) return again.error;
  if (again.value.contentHash !== asked.contentHash) return contentChanged(asked.contentHash, again.value);
  return brokenFloors(again.value.priced);
}

/** PR-61: the request is void, and its quote a draft again, unchanged. */
export function voidRequest(asked: Approval, quote: Quote, now: Date): RecordWrite[] {
  const at = now.toISOString();
  return [
    { type: 'approval', id: asked.id, record: endApproval(asked, 'voided', at) },
    { type: 'quote', id: quote.id, record: { ...quote, state: 'draft', approval: null, updatedAt: at } },
  ];
}
