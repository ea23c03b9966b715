import type { RecordOf, RecordType } from '#shared/domain/records';
import { approvalReasons } from '#shared/domain/approval/approval-reasons';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import { linesOf } from '#shared/domain/quote/quote';
import { addDays } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { createCatalogService } from '../../renderer/client/catalog-service';
import { nextQuoteNumber } from '../../renderer/client/quote-number';
import { reconcile } from '../../renderer/journal/reconcile';
import { aQuote } from '../../renderer/sync/builders.test-kit';
import type { Device } from '../../renderer/sync/device.test-kit';

export type Book = RecordOf<'quote'>['priceBook'];

/** One laptop and what a person does on it, through the client's own code. Throws whatever is refused: the work is meant to go through. */
export class Laptop {
  constructor(
    readonly device: Device,
    private readonly today: string,
  ) {}

  /** As the app opens: store, journal, and what one has and the other has not. */
  async open(): Promise<void> {
    this.device.restart();
    const compared = await reconcile(
      await this.device.db(),
      this.device.session,
      await this.device.journal(),
    );
    if (!compared.ok) throw new Error(compared.error.type);
  }

  async sync(): Promise<void> {
    const done = await this.device.sync();
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }

  async does<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<void> {
    const done = await this.device.mutate(name, args);
    if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.error)}`);
  }

  async all<T extends RecordType>(type: T): Promise<RecordOf<T>[]> {
    const visible = await this.device.visible();
    return [...visible].flatMap(([key, record]) =>
      key.startsWith(`${type}:`) ? [record as RecordOf<T>] : [],
    );
  }

  async find<T extends RecordType>(type: T, id: string): Promise<RecordOf<T>> {
    const found = (await this.device.visible()).get(`${type}:${id}`);
    if (found === undefined) throw new Error(`no ${type} ${id}`);
    return found as RecordOf<T>;
  }

  async quotes(id: string, priceBook: Book, changes: Partial<ArgsOf<'createQuote'>> = {}): Promise<void> {
    const number = await nextQuoteNumber(await this.device.db());
    if (!number.ok) throw new Error(number.error.type);
    const days = { pricingDate: this.today, expiresOn: addDays(this.today, 30) };
    await this.does('createQuote', aQuote(id, { number: number.value, priceBook, ...days, ...changes }));
  }

  /** The quote with its figures, as a screen has them. */
  async priced(quoteId: string) {
    const quote = await this.find('quote', quoteId);
    const { bookId, version } = quote.priceBook;
    const skus = linesOf(quote).map(({ sku }) => sku);
    const data = await createCatalogService(await this.device.db()).pricingData(bookId, version, skus);
    const [partner] = await this.all('partner');
    if (!data.ok || !partner) throw new Error(`${quoteId} cannot be priced`);
    const { header, entries, products } = data.value;
    const input: PriceQuoteInput = {
      quote,
      book: { header, entry: (sku) => entries.find((entry) => entry.sku === sku) },
      product: (sku) => products.find((product) => product.sku === sku),
      partner,
      terms: {
        agreements: await this.all('agreement'),
        promotions: await this.all('promotion'),
        dealRegistrations: await this.all('dealRegistration'),
        specialBids: await this.all('specialBid'),
        contracts: await this.all('contract'),
      },
      account: quote.accountId === null ? null : await this.find('account', quote.accountId),
      role: (await this.find('person', quote.ownerId)).role,
    };
    const priced = priceQuote(input);
    const reasons = approvalReasons(input, priced);
    return { quote, priced, reasons, contentHash: contentHash(quote, priced) };
  }

  async orders(quoteId: string, id: string, purchaseOrderNumber: string): Promise<void> {
    const { quote, priced } = await this.priced(quoteId);
    const figures = orderFromQuote(quote, priced);
    if (!figures.ok) throw new Error(figures.error.type);
    const ids = { id, businessId: newId(), quoteId, quoteRevision: quote.revision };
    await this.does('placeOrder', { ...ids, ...figures.value, purchaseOrderNumber, note: '' });
  }

  async asksFor(quoteId: string, id: string): Promise<void> {
    const { priced, reasons, contentHash } = await this.priced(quoteId);
    const { list, sell, buy, marginPercent } = priced.totals;
    const figures = { list, sell, buy, marginPercent };
    const message = 'The customer decides on Friday.';
    await this.does('requestApproval', { id, quoteId, contentHash, figures, reasons: [...reasons], message });
  }

  async attentionFor(id: string): Promise<string> {
    const found = (await this.device.attention()).find(({ args }) => (args as { id?: unknown }).id === id);
    if (!found) throw new Error(`nothing is said about ${id}`);
    return found.id;
  }
}
