import type { Result } from '#shared/lib/result';
import {
  vendorRegistrationFileSchema,
  vendorRegistrationListSchema,
  type ConflictDecision,
  type ExtensionDecision,
  type OpenConflict,
  type RegistrationDecision,
  type Revocation,
  type Transfer,
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

type Send<Body> = (
  fetch: Fetch,
  id: string,
  body: Body,
) => Promise<Result<VendorRegistrationFile, DeskProblem>>;

const sends =
  (path: string): Send<unknown> =>
  (fetch, id, body) =>
    askFor(fetch, `${one(id)}/${path}`, vendorRegistrationFileSchema, post(body));

export const sendRegistrationDecision: Send<RegistrationDecision> = sends('decision');
export const sendExtension: Send<ExtensionDecision> = sends('extension');
export const sendOpenConflict: Send<OpenConflict> = sends('conflict');
export const sendConflictDecision: Send<ConflictDecision> = sends('conflict/decision');
export const sendTransfer: Send<Transfer> = sends('transfer');
export const sendRevocation: Send<Revocation> = sends('revocation');
