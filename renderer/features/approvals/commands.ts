import type { Approval, ApprovalDecision } from '#shared/domain/approval/approval';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { counterChanges } from '../../records/approval/counter';

/** Runs a mutation on this device; false when it could not be stored (the person has then been told). */
export type Save = <N extends MutationName>(name: N, args: ArgsOf<N>) => Promise<boolean>;

export const figuresOf = ({ totals }: PricedQuote): Approval['figures'] => ({
  list: totals.list,
  sell: totals.sell,
  buy: totals.buy,
  marginPercent: totals.marginPercent,
});

/** Under this name the words to the approver are kept until they are sent. */
export const messageDraft = ({ id }: Pick<Quote, 'id'>): string => `draft:approval-message:${id}`;

interface Asked {
  readonly quote: Quote;
  readonly priced: PricedQuote;
  readonly contentHash: string;
}

/** QUO-3: asks for approval of exactly what was priced. Resolves to the request's id. */
export async function requestApproval(
  save: Save,
  { quote, priced, contentHash }: Asked,
  reasons: readonly ApprovalReason[],
  message: string,
): Promise<string | null> {
  const id = newId();
  const args = {
    id,
    quoteId: quote.id,
    contentHash,
    figures: figuresOf(priced),
    reasons: [...reasons],
    message: message.trim(),
  };
  return (await save('requestApproval', args)) ? id : null;
}

/** QUO-3, PR-62: lets the quote out at once, inside policy (no `uses`) or on the rep's delegated authority. */
export const approveQuote = (
  save: Save,
  { quote, contentHash }: Omit<Asked, 'priced'>,
  by: string,
  uses: Readonly<ArgsOf<'approveQuote'>['uses']>,
): Promise<boolean> => save('approveQuote', { quoteId: quote.id, contentHash, by, uses: [...uses] });

export const withdrawApproval = (save: Save, { id, quoteId }: Approval): Promise<boolean> =>
  save('withdrawApproval', { id, quoteId });

export type Decision = Pick<ApprovalDecision, 'outcome' | 'comment' | 'counter'>;

/** QUO-3: the manager's word. */
export const decideApproval = (
  save: Save,
  { id, quoteId }: Approval,
  by: string,
  { outcome, comment, counter }: Decision,
): Promise<boolean> => save('decideApproval', { id, quoteId, by, outcome, comment: comment.trim(), counter });

/**
 * QUO-3: puts the approver's discounts into the draft. Resolves to what takes them out again, or null when nothing could be stored. The
 * lines and the quote's own discount are two mutations; when the second cannot be stored the first is taken back.
 */
export async function takeCounterOver(
  save: Save,
  quote: Quote,
  counter: NonNullable<ApprovalDecision['counter']>,
): Promise<(() => Promise<boolean>) | null> {
  const changes = counterChanges(quote, counter);
  const apply = async (which: 'from' | 'to'): Promise<boolean> => {
    const edits = changes.flatMap(({ lineId, ...change }) =>
      lineId === null ? [] : [{ itemId: lineId, changes: { discountPercent: change[which] } }],
    );
    const whole = changes.find(({ lineId }) => lineId === null);
    if (edits.length > 0 && !(await save('editQuoteItems', { id: quote.id, edits }))) return false;
    if (!whole) return true;
    if (await save('editQuote', { id: quote.id, changes: { discountPercent: whole[which] } })) return true;
    if (edits.length > 0) {
      const back = edits.map(({ itemId }) => {
        const { from = '0', to = '0' } = changes.find(({ lineId }) => lineId === itemId) ?? {};
        return { itemId, changes: { discountPercent: which === 'to' ? from : to } };
      });
      await save('editQuoteItems', { id: quote.id, edits: back });
    }
    return false;
  };
  return (await apply('to')) ? () => apply('from') : null;
}
