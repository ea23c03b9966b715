import type { Approval } from '#shared/domain/approval/approval';
import { approvalReasons } from '#shared/domain/approval/approval-reasons';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import {
  aBook,
  aBundle,
  aLine,
  anAccount,
  anAgreement,
  anEntry,
  aPartner,
  aPolicy,
  aProduct,
  aQuote,
} from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import { publishCatalog, publishPriceBook } from '../snapshots/publish';
import { newQuoteArgs, patchOf, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

/**
 * A book whose rules need everyone: a rep's 10 % and a manager's 25 % by hand (default), the manager's word on more; the channel's on 1,000.00 or
 * more; nothing below 55.00. One SKU at 100.00, of which the partner pays 95.00.
 */
const ruledBook = aBook(
  {
    bookId: 'book-ruled',
    version: 1,
    policy: aPolicy({
      approvalRules: [
        {
          id: 'large',
          name: 'Large deal',
          when: { kind: 'quote-figure', figure: 'sell', compare: 'at-least', value: '1000' },
          approver: 'channel',
          order: 1,
        },
      ],
    }),
  },
  [anEntry({ minimumPrice: '55.00' })],
);

export const publishRuledBook = (server: TestServer): Promise<void> =>
  publishBook(server, {}, [anEntry({ minimumPrice: '55.00' })]);

/** A book with a bundle at 100.00, "KIT", that brings one "LIC-1" for nothing. */
export async function publishKit(server: TestServer): Promise<void> {
  const kit = aProduct({ sku: 'KIT', bundle: aBundle([{ kind: 'included' }]) });
  const catalog = { id: 'catalog-kit', products: [aProduct(), kit] };
  await server.database
    .transaction()
    .execute((queries) => publishCatalog(queries, server.chunks, catalog, new Date(testDay)));
  const header = { bookId: 'book-kit', catalogId: catalog.id };
  await publishBook(server, header, [anEntry(), anEntry({ sku: 'KIT' })]);
}

/** The next version of a book whose drafts are repriced whenever there is one. */
export const publishRepricing = (server: TestServer, list: string): Promise<void> =>
  publishBook(server, { bookId: 'book-repricing', policy: aPolicy({ onNewVersion: 'reprice' }) }, [
    anEntry({ list }),
  ]);

async function publishBook(
  server: TestServer,
  changes: Partial<PriceBookHeader>,
  entries: readonly PriceEntry[],
): Promise<void> {
  const { version: _version, publishedAt: _publishedAt, ...header } = { ...ruledBook.header, ...changes };
  const book = { header, entries, partnerIds: ['partner-1'] };
  await server.database
    .transaction()
    .execute((queries) => publishPriceBook(queries, server.chunks, book, new Date(testDay)));
}

/** A quote of partner-1 from that book, its one line changed. */
export const aRuledQuote = (line: Partial<QuoteLine>, changes: Partial<Quote> = {}): Quote =>
  aQuote({
    id: newId(),
    ownerId: 'rep-1',
    priceBook: { bookId: 'book-ruled', version: 1 },
    pricingDate: testDay,
    expiresOn: '2026-04-09',
    items: [aLine(line)],
    ...changes,
  });

export interface OnDevice {
  readonly input: PriceQuoteInput;
  readonly priced: PricedQuote;
  readonly hash: string;
  readonly reasons: ApprovalReason[];
}

/** What a device of the quote's owner finds. */
export function onDevice(quote: Quote, terms: Partial<PartnerTerms> = {}): OnDevice {
  const input: PriceQuoteInput = {
    quote,
    book: ruledBook,
    product: (sku) => (sku === 'LIC-1' ? aProduct() : undefined),
    partner: aPartner(),
    terms: { ...noTerms, agreements: [anAgreement()], ...terms },
    account: anAccount(),
    role: quote.ownerId === 'manager-1' ? 'manager' : 'rep',
  };
  const priced = priceQuote(input);
  const reasons = approvalReasons(input, priced);
  return { input, priced, hash: contentHash(quote, priced), reasons };
}

export function requestArgs(quote: Quote): ArgsOf<'requestApproval'> {
  const { priced, hash, reasons } = onDevice(quote);
  const { list, sell, buy, marginPercent } = priced.totals;
  return {
    id: newId(),
    quoteId: quote.id,
    contentHash: hash,
    figures: { list, sell, buy, marginPercent },
    reasons,
    message: 'Please',
  };
}

export const create = (device: TestDevice, quote: Quote) =>
  device.push(device.next('createQuote', newQuoteArgs(quote)));

/** The quote is on the server and its request too. */
export async function ask(device: TestDevice, quote: Quote): Promise<ArgsOf<'requestApproval'>> {
  const args = requestArgs(quote);
  const { refused } = await device.push(
    device.next('createQuote', newQuoteArgs(quote)),
    device.next('requestApproval', args),
  );
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return args;
}

export const decisionOn = (
  { id, quoteId }: Pick<Approval, 'id' | 'quoteId'>,
  outcome: 'approve' | 'reject' = 'approve',
): ArgsOf<'decideApproval'> => ({ id, quoteId, by: 'somebody', outcome, comment: '', counter: null });

export async function recordOf(device: TestDevice, type: string, id: string): Promise<unknown> {
  const { changes } = patchOf(await device.pull());
  return changes.find((change) => change.type === type && change.id === id)?.record;
}
