import { newId } from '#shared/lib/ids';
import type { ImportedLeads } from '#shared/protocol/vendor-lead';
import type { LeadDesk } from './lead-desk';
import { addLead } from './add-lead';
import { readLeadsCsv } from './read-leads-csv';
import { routeWaiting } from './route-waiting';

/** Whoever imports waits for these; the job routes the others within a minute. */
const routedAtOnce = 100;

/**
 * Leads from a file: the good rows, all or none of them, then routed one after the other so that each counts in the load of who gets the next. A row
 * that was imported before is told of and not imported again, so a file whose answer was lost may be sent once more.
 */
export async function importLeads(
  desk: LeadDesk,
  by: { readonly userId: string; readonly name: string },
  csv: string,
): Promise<ImportedLeads> {
  const { rows, problems } = readLeadsCsv(csv);
  const again: ImportedLeads['problems'] = [];
  const created = await desk.database.transaction().execute(async (queries) => {
    const ids: string[] = [];
    for (const { row, lead, key } of rows) {
      const id = newId();
      const isNew = await addLead(queries, { id, lead, by, importKey: key, now: desk.clock() });
      if (isNew) ids.push(id);
      else again.push({ row, column: null, value: lead.company.name, problem: 'imported-before' });
    }
    return ids;
  });
  for (const id of created.slice(0, routedAtOnce)) await routeWaiting(desk, id);
  return {
    created: created.length,
    problems: [...problems, ...again].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}
