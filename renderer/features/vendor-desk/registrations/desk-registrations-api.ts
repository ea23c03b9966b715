import type { Result } from '#shared/lib/result';
import {
  vendorRegistrationFileSchema,
  vendorRegistrationListSchema,
  type RegistrationDecision,
  type VendorRegistration,
  type VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/registrations';
const one = (id: string): string => `${list}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

/** Requests for deal registrations of all partners, those that wait first. */
export async function requestDeskRegistrations(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly VendorRegistration[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorRegistrationListSchema, stopped(signal));
  return answer.ok ? { ok: true, value: answer.value.registrations } : answer;
}

/** One request, with who else asked for the same customer. */
export const requestDeskRegistration = (
  fetch: Fetch,
  id: string,
  signal?: AbortSignal,
): Promise<Result<VendorRegistrationFile, DeskProblem>> =>
  askFor(fetch, one(id), vendorRegistrationFileSchema, stopped(signal));

export const sendRegistrationDecision = (
  fetch: Fetch,
  id: string,
  decision: RegistrationDecision,
): Promise<Result<VendorRegistrationFile, DeskProblem>> =>
  askFor(fetch, `${one(id)}/decision`, vendorRegistrationFileSchema, post(decision));
