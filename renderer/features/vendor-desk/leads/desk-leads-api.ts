import type { Result } from '#shared/lib/result';
import {
  importedLeadsSchema,
  leadStatisticsSchema,
  vendorLeadFileSchema,
  vendorLeadListSchema,
  type CreateLead,
  type ImportedLeads,
  type JudgeQualification,
  type LeadStatistics,
  type VendorLead,
  type VendorLeadFile,
  type VendorLeadQuery,
} from '#shared/protocol/vendor-lead';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/leads';
const one = (id: string): string => `${list}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});
type FileAnswer = Promise<Result<VendorLeadFile, DeskProblem>>;

/** Leads of all partners and those at the desk, what waits first; at most 500. */
export async function requestDeskLeads(
  fetch: Fetch,
  query: VendorLeadQuery,
  signal?: AbortSignal,
): Promise<Result<readonly VendorLead[], DeskProblem>> {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const answer = await askFor(fetch, `${list}?${asked.toString()}`, vendorLeadListSchema, stopped(signal));
  return answer.ok ? { ok: true, value: answer.value.leads } : answer;
}

export const requestDeskLead = (fetch: Fetch, id: string, signal?: AbortSignal): FileAnswer =>
  askFor(fetch, one(id), vendorLeadFileSchema, stopped(signal));

/** Days in UTC, both included. */
export const requestLeadStatistics = (
  fetch: Fetch,
  { from, until }: { readonly from: string; readonly until: string },
  signal?: AbortSignal,
): Promise<Result<LeadStatistics, DeskProblem>> =>
  askFor(
    fetch,
    `${list}/statistics?${new URLSearchParams({ from, until }).toString()}`,
    leadStatisticsSchema,
    stopped(signal),
  );

export const sendNewLead = (fetch: Fetch, lead: CreateLead): FileAnswer =>
  askFor(fetch, list, vendorLeadFileSchema, post(lead));

export const sendLeadFile = (fetch: Fetch, csv: string): Promise<Result<ImportedLeads, DeskProblem>> =>
  askFor(fetch, `${list}/import`, importedLeadsSchema, post({ csv }));

export const sendOffer = (
  fetch: Fetch,
  id: string,
  offer: { readonly partnerId: string; readonly answerHours: number },
): FileAnswer => askFor(fetch, `${one(id)}/offer`, vendorLeadFileSchema, post(offer));

export const sendTakeBack = (
  fetch: Fetch,
  id: string,
  said: { readonly comment: string; readonly routeAgain: boolean },
): FileAnswer => askFor(fetch, `${one(id)}/take-back`, vendorLeadFileSchema, post(said));

export const sendRoute = (fetch: Fetch, id: string): FileAnswer =>
  askFor(fetch, `${one(id)}/route`, vendorLeadFileSchema, { method: 'POST' });

export const sendClose = (fetch: Fetch, id: string, comment: string): FileAnswer =>
  askFor(fetch, `${one(id)}/close`, vendorLeadFileSchema, post({ comment }));

/** OPP-3: the vendor's word on what the partner sent. */
export const sendJudgement = (fetch: Fetch, id: string, judgement: JudgeQualification): FileAnswer =>
  askFor(fetch, `${one(id)}/qualification`, vendorLeadFileSchema, post(judgement));
