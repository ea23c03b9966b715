import type { z } from 'zod';
import type { Result } from '#shared/lib/result';
import {
  specialBidDecidedSchema,
  vendorSpecialBidListSchema,
  vendorSpecialBidSchema,
  type SpecialBidDecision,
} from '#shared/protocol/vendor-special-bid';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

export type DeskBidRow = z.infer<typeof vendorSpecialBidListSchema>['specialBids'][number];
export type DeskBid = z.infer<typeof vendorSpecialBidSchema>;

const list = '/api/v1/vendor/special-bids';
const one = (id: string): string => `${list}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

/** Requests for special prices of all partners, those that wait first. */
export async function requestDeskBids(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly DeskBidRow[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorSpecialBidListSchema, stopped(signal));
  return answer.ok ? { ok: true, value: answer.value.specialBids } : answer;
}

/** One request with its quote as the server prices it now, without the bid. */
export const requestDeskBid = (
  fetch: Fetch,
  id: string,
  signal?: AbortSignal,
): Promise<Result<DeskBid, DeskProblem>> => askFor(fetch, one(id), vendorSpecialBidSchema, stopped(signal));

export const sendBidDecision = (
  fetch: Fetch,
  id: string,
  decision: SpecialBidDecision,
): Promise<Result<z.infer<typeof specialBidDecidedSchema>, DeskProblem>> =>
  askFor(fetch, `${one(id)}/decision`, specialBidDecidedSchema, post(decision));
