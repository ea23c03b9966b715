import { isEditable } from '../domain/quote/lifecycle';
import type { Quote } from '../domain/quote/quote';
import { ok, type Result } from '../lib/result';
import type { RecordReader, RecordWrite } from './mutation';
import { refuse, type Rejection } from './rejection';

/** The quote, if it exists and its content may change (drafts only: PR-61). */
export function draftQuote(records: RecordReader, id: string): Result<Quote, Rejection> {
  const quote = records.get('quote', id);
  if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id });
  if (!isEditable(quote.state)) {
    return refuse({ type: 'wrong-state', recordType: 'quote', id, state: quote.state, wanted: 'draft' });
  }
  return ok(quote);
}

export const writeQuote = (quote: Quote): Result<readonly RecordWrite[], Rejection> =>
  ok([{ type: 'quote', id: quote.id, record: quote }]);
