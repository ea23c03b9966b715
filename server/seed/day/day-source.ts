import { z } from 'zod';
import { activityKindSchema } from '#shared/domain/deal/activity';
import { salesPathSchema } from '#shared/domain/deal/sales-path';
import { leadCriteriaSchema } from '#shared/domain/lead/criteria';
import activities from '../../../resources/demo/activities.json' with { type: 'json' };
import leadCriteria from '../../../resources/demo/lead-criteria.json' with { type: 'json' };
import salesPath from '../../../resources/demo/sales-path.json' with { type: 'json' };
import { fullTextSchema } from '../localized-text';

const activitySchema = z.strictObject({
  kind: activityKindSchema,
  about: z.enum(['account', 'opportunity']),
  /** Which of the partner's, counted from the first open deal, or the first account. */
  at: z.number().int(),
  /** Days since it took place or was written down. */
  age: z.number().int().min(1),
  subject: fullTextSchema,
  text: fullTextSchema,
  /** Of a task: days from today; null: no day. */
  due: z.number().int().nullable(),
  /** Days since it was done; null: it is not. */
  doneAge: z.number().int().nullable(),
});

export const readActivities = () =>
  z.strictObject({ activities: z.array(activitySchema), obligationNote: fullTextSchema }).parse(activities);

const own = { id: true, partnerId: true } as const;
export const readSalesPath = () => salesPathSchema.omit(own).strict().parse(salesPath);
export const readLeadCriteria = () => leadCriteriaSchema.omit(own).strict().parse(leadCriteria);
