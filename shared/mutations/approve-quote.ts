import { z } from 'zod';
import { add, compare, zero } from '../domain/money/exact';
import { decimalSchema } from '../domain/money/amount';
import { decimal } from '../domain/money/parse-decimal';
import { quoteApprovalSchema } from '../domain/quote/quote-approval';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { draftQuote } from './draft-quote';
import { defineMutation, partnerRoles, type RecordWrite } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  quoteId: idSchema,
  ...quoteApprovalSchema.pick({ contentHash: true, by: true }).shape,
  /** PR-62: what is taken from which delegated authority, each named once; none when the quote is inside policy. */
  uses: z.array(z.object({ authorityId: idSchema, amount: decimalSchema })).max(20),
});

/**
 * QUO-3: lets a quote out at once: nothing needed approval, or the rep's delegated authority covers all that did. The device found that
 * out by pricing; the server prices again, checks signatures and budgets, and refuses what does not hold (PR-62).
 */
export const approveQuote = defineMutation<'approveQuote', z.infer<typeof args>>({
  name: 'approveQuote',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ quoteId, uses }) => [
    { type: 'quote', id: quoteId },
    ...uses.map(({ authorityId }) => ({ type: 'authority', id: authorityId }) as const),
  ],
  apply: (records, { quoteId, contentHash, by, uses }, { userId, role, capturedAt }) => {
    const quote = draftQuote(records, quoteId);
    if (!quote.ok) return quote;
    // PR-174: an authority is for the person's own quotes.
    if (uses.length > 0 && quote.value.ownerId !== userId) return refuse({ type: 'not-allowed', role });
    const { revision } = quote.value;
    const writes: RecordWrite[] = [];
    for (const { authorityId: id, amount } of uses) {
      const authority = records.get('authority', id);
      if (authority?.token.personId !== userId) {
        return refuse({ type: 'not-found', recordType: 'authority', id });
      }
      // PR-62, PR-173: a quote counts once, with what its newest revision takes; an older one can no longer be ordered.
      const others = authority.uses.filter((use) => use.quoteId !== quoteId);
      const spent = [...others, { amount }].reduce((sum, use) => add(sum, decimal(use.amount)), zero);
      if (compare(spent, decimal(authority.token.budget.amount)) > 0) {
        return refuse({ type: 'authority-exceeded', authorityId: id });
      }
      const record = { ...authority, uses: [...others, { quoteId, quoteRevision: revision, amount }] };
      writes.push({ type: 'authority', id, record });
    }
    const kind = uses.length === 0 ? ('inside-policy' as const) : ('delegated' as const);
    const approval = { kind, contentHash, approvalId: null, by, at: capturedAt };
    return ok([
      ...writes,
      {
        type: 'quote',
        id: quoteId,
        record: { ...quote.value, state: 'approved', approval, updatedAt: capturedAt },
      },
    ]);
  },
});
