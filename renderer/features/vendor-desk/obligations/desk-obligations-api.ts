import type { Result } from '#shared/lib/result';
import {
  vendorObligationListSchema,
  vendorObligationSchema,
  type VendorObligation,
} from '#shared/protocol/vendor-obligation';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/obligations';

export interface ObligationQuery {
  readonly side: 'vendor' | 'partner' | 'both';
  readonly state: 'open' | 'done';
}

/** What is owed in partners' deals, the first due first. */
export async function requestDeskObligations(
  fetch: Fetch,
  query: ObligationQuery,
  signal?: AbortSignal,
): Promise<Result<readonly VendorObligation[], DeskProblem>> {
  const asked = new URLSearchParams(Object.entries(query)).toString();
  const answer = await askFor(
    fetch,
    `${list}?${asked}`,
    vendorObligationListSchema,
    signal ? { signal } : {},
  );
  return answer.ok ? { ok: true, value: answer.value.obligations } : answer;
}

export const sendCompletion = (
  fetch: Fetch,
  id: string,
  note: string,
): Promise<Result<VendorObligation, DeskProblem>> =>
  askFor(fetch, `${list}/${encodeURIComponent(id)}/complete`, vendorObligationSchema, post({ note }));
