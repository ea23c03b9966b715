import { z } from 'zod';
import { canMove } from '../domain/quote/lifecycle';
import { isLeftOut } from '../domain/quote/outside-totals';
import { linesOf, quoteStateSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { writeQuote } from './draft-quote';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, to: quoteStateSchema.exclude(['ordered', 'in-approval', 'approved']) });

/**
 * Moves a quote through its life (QUO-2). Going back to draft starts a new revision (reviseQuote also keeps the old one); `ordered` comes
 * from placeOrder alone, `in-approval` and `approved` from the mutations about approval.
 */
export const changeQuoteState = defineMutation<'changeQuoteState', z.infer<typeof args>>({
  name: 'changeQuoteState',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, to }, { capturedAt }) => {
    const quote = records.get('quote', id);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id });
    if (!canMove(quote.state, to)) {
      return refuse({ type: 'wrong-state', recordType: 'quote', id, state: quote.state, wanted: to });
    }
    if (to === 'presented' && linesOf(quote).every(isLeftOut)) return refuse({ type: 'quote-empty' });
    const revision = to === 'draft' ? quote.revision + 1 : quote.revision;
    const approval = to === 'draft' ? null : quote.approval;
    return writeQuote({ ...quote, state: to, revision, approval, updatedAt: capturedAt });
  },
});
