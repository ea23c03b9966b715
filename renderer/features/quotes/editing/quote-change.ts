import type { Quote } from '#shared/domain/quote/quote';
import type { RecordType } from '#shared/domain/records';
import { ok, type Result } from '#shared/lib/result';
import type { MutationContext, RecordReader } from '#shared/mutations/mutation';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';

/** The mutations that change what a draft says. Each has an inverse (invert-change.ts); a change of state has none. */
export type ContentMutation =
  | 'addQuoteItems'
  | 'editQuoteItems'
  | 'removeQuoteItems'
  | 'moveQuoteItems'
  | 'editQuote'
  | 'configureBundle'
  | 'chooseAlternative'
  | 'repriceQuote';

export type ChangeOf<N extends MutationName> = { readonly [K in N]: { name: K; args: ArgsOf<K> } }[N];
export type QuoteChange = ChangeOf<ContentMutation>;
/** Everything the editor sends to the device's storage. */
export type QuoteWrite = ChangeOf<
  ContentMutation | 'approveQuote' | 'reviseQuote' | 'changeQuoteState' | 'placeOrder'
>;

/** Runs a mutation on the quote in memory with the same pure code that storage and the server run. */
export function applyWrite(
  quote: Quote,
  write: QuoteWrite,
  context: MutationContext,
): Result<Quote, Rejection> {
  const written = runMutation(write.name, write.args, readerOf(quote), context);
  if (!written.ok) return written;
  let result = quote;
  for (const { type, id, record } of written.value) {
    if (type === 'quote' && id === quote.id && record) result = record;
  }
  return ok(result);
}

const readerOf = (quote: Quote): RecordReader => ({
  get: (type: RecordType, id: string) => (type === 'quote' && id === quote.id ? (quote as never) : undefined),
});
