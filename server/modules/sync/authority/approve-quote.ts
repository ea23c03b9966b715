import { delegatedCover, type AuthorityUse } from '#shared/domain/approval/delegated-cover';
import { verifyAuthority } from '#shared/domain/approval/verify-authority';
import type { Quote } from '#shared/domain/quote/quote';
import { ok } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import type { Authority, AuthorityContext } from './authority';
import { priceAgain, type PricedAgain } from './price-again';
import { approvalNeeded, brokenFloors, contentChanged } from './release';
import { withRecords, writtenOf } from './writes';

/**
 * QUO-3, PR-61, PR-62: a quote lets itself out when nothing in it needs approval, or when what does is inside delegated authority. Found out
 * again here, with the authorities and the day the server has.
 */
export const approveQuoteAuthority: Authority = async (writes, context) => {
  const quote = writtenOf(writes, 'quote');
  const { approval } = quote;
  if (!approval) throw new Error('approveQuote approves its quote');
  const priced = await priceAgain(quote, context);
  if (!priced.ok) return priced;
  const again = priced.value;
  if (approval.contentHash !== again.contentHash) {
    return refuse(contentChanged(approval.contentHash, again));
  }
  const broken = brokenFloors(again.priced);
  if (broken) return refuse(broken);
  const uses = usesIn(writes, quote);
  const refusal =
    uses.length > 0
      ? await whyNotCovered(uses, again, context)
      : again.reasons.length > 0
        ? approvalNeeded(again)
        : undefined;
  if (refusal) return refuse(refusal);
  const record: Quote = {
    ...quote,
    approval: { ...approval, by: context.senderName, at: context.now.toISOString() },
  };
  return ok(withRecords(writes, { type: 'quote', id: quote.id, record }));
};

/** What the mutation took from each authority for this revision of the quote. */
const usesIn = (writes: readonly RecordWrite[], { id, revision }: Quote): AuthorityUse[] =>
  writes.flatMap((write) => {
    const use =
      write.type === 'authority'
        ? write.record?.uses.find(
            ({ quoteId, quoteRevision }) => quoteId === id && quoteRevision === revision,
          )
        : undefined;
    return use ? [{ authorityId: write.id, amount: use.amount }] : [];
  });

/** PR-62, PR-175: the device must have taken exactly what the server takes from the same authorities. */
async function whyNotCovered(
  uses: readonly AuthorityUse[],
  { reasons, input, priced, today }: PricedAgain,
  { records, userId }: AuthorityContext,
): Promise<Rejection | undefined> {
  const authorities = await records.all('authority');
  const forged = uses.find(({ authorityId }) => {
    const authority = authorities.find(({ id }) => id === authorityId);
    return !authority || !verifyAuthority(authority, input.partner.signingKeys ?? []);
  });
  if (forged) return { type: 'authority-invalid', authorityId: forged.authorityId };
  const named = authorities.filter(({ id }) => uses.some(({ authorityId }) => authorityId === id));
  const cover = delegatedCover(reasons, input, priced, named, userId, today);
  const wrong = uses.find(
    (use) =>
      cover.uncovered.length > 0 ||
      !cover.uses.some(({ authorityId, amount }) => authorityId === use.authorityId && amount === use.amount),
  );
  return wrong && { type: 'authority-exceeded', authorityId: wrong.authorityId };
}
