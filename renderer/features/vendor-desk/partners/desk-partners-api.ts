import type { Result } from '#shared/lib/result';
import {
  vendorPartnerListSchema,
  vendorPartnerSchema,
  type VendorPartner,
  type VendorPartnerRow,
} from '#shared/protocol/vendor-partners';
import { askFor, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/partners';

export async function requestPartners(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly VendorPartnerRow[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorPartnerListSchema, signal ? { signal } : {});
  return answer.ok ? { ok: true, value: answer.value.partners } : answer;
}

export const requestPartner = (
  fetch: Fetch,
  id: string,
  signal?: AbortSignal,
): Promise<Result<VendorPartner, DeskProblem>> =>
  askFor(fetch, `${list}/${encodeURIComponent(id)}`, vendorPartnerSchema, signal ? { signal } : {});
