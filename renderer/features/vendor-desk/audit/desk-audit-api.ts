import type { Result } from '#shared/lib/result';
import { auditPageSchema, type AuditFilter, type AuditPage } from '#shared/protocol/vendor-audit';
import { askFor, type DeskProblem, type Fetch } from '../desk-request';

/** Only what is asked for. */
export function auditQuery(filter: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}

export const requestAudit = (
  fetch: Fetch,
  filter: AuditFilter,
  before: number | null,
  signal?: AbortSignal,
): Promise<Result<AuditPage, DeskProblem>> => {
  const query = auditQuery(filter);
  if (before !== null) query.set('before', String(before));
  const init = signal ? { signal } : {};
  return askFor(fetch, `/api/v1/vendor/audit?${query.toString()}`, auditPageSchema, init);
};

/** Where the same comes as a CSV file. */
export const auditCsv = (filter: AuditFilter): string =>
  `/api/v1/vendor/audit.csv?${auditQuery(filter).toString()}`;
