import { v5 } from 'uuid';
import { addDays } from '../../lib/clock';
import type { Obligation } from './obligation';
import type { ObligationTemplate, SalesPath } from './sales-path';

export type ObligationStart = ObligationTemplate['from'];
export type PlannedObligation = Pick<
  Obligation,
  'id' | 'templateId' | 'text' | 'side' | 'ownerId' | 'dueOn' | 'earlier'
>;

/** The same on every device, so that two people who plan the same step plan one. */
export const obligationId = (opportunityId: string, templateId: string): string =>
  v5(`obligation:${opportunityId}:${templateId}`, v5.URL);

/** What a plan is made from. */
export interface PlanFacts {
  readonly opportunityId: string;
  /** The calendar day of each event that has taken place in the deal, in the partner's time zone. */
  readonly happened: Readonly<Partial<Record<ObligationStart, string>>>;
  /** Whose turn the partner's steps are. */
  readonly ownerId: string;
  /** Ids of the deal's obligations that are there already. */
  readonly planned: ReadonlySet<string>;
}

/** OPP-7: the steps of the sales path whose days have begun to count and that are not there yet; what is due first comes first. */
export function planOf(
  { obligations }: Pick<SalesPath, 'obligations'>,
  { opportunityId, happened, ownerId, planned }: PlanFacts,
): readonly PlannedObligation[] {
  return obligations
    .flatMap(({ id: templateId, text, side, from, days }): PlannedObligation[] => {
      const began = happened[from];
      const id = obligationId(opportunityId, templateId);
      if (began === undefined || planned.has(id)) return [];
      const owner = side === 'partner' ? ownerId : null;
      return [{ id, templateId, text, side, ownerId: owner, dueOn: addDays(began, days) }];
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
