import type { z } from 'zod';
import type { Result } from '#shared/lib/result';
import {
  vendorApprovalDecidedSchema,
  vendorApprovalListSchema,
  vendorApprovalSchema,
  type VendorApprovalDecision,
} from '#shared/protocol/vendor-approval';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

export type DeskApprovalRow = z.infer<typeof vendorApprovalListSchema>['approvals'][number];
export type DeskApproval = z.infer<typeof vendorApprovalSchema>;

const list = '/api/v1/vendor/approvals';
const one = (id: string): string => `${list}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

/** Requests of all partners at the vendor's step, those that wait first. */
export async function requestDeskApprovals(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly DeskApprovalRow[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorApprovalListSchema, stopped(signal));
  return answer.ok ? { ok: true, value: answer.value.approvals } : answer;
}

/** One request with its quote as the server prices it now. */
export const requestDeskApproval = (
  fetch: Fetch,
  id: string,
  signal?: AbortSignal,
): Promise<Result<DeskApproval, DeskProblem>> =>
  askFor(fetch, one(id), vendorApprovalSchema, stopped(signal));

/** The vendor's word. The answer's state is `voided` when the quote is no longer what was asked about (PR-61). */
export const sendApprovalDecision = (
  fetch: Fetch,
  id: string,
  decision: VendorApprovalDecision,
): Promise<Result<z.infer<typeof vendorApprovalDecidedSchema>, DeskProblem>> =>
  askFor(fetch, `${one(id)}/decision`, vendorApprovalDecidedSchema, post(decision));
