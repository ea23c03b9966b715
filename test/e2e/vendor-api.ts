import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { orderDecisionSchema, vendorOrderListSchema } from '#shared/protocol/order-decision';
import { pullResponseSchema, type RecordChange } from '#shared/protocol/pull';
import {
  catalogChunkSchema,
  priceBookChunkSchema,
  snapshotListSchema,
  type Manifest,
} from '#shared/protocol/snapshot';
import { publishedPriceBookSchema, type PublishPriceBook } from '#shared/protocol/vendor-price-book';
import { vendorRegistrationFileSchema, type RegistrationVerdict } from '#shared/protocol/vendor-registration';
import { protocolVersion } from '#shared/protocol/version';
import { demoPassword } from './pages/sign-in-page';

/** The server's API as another program would use it: to see what really arrived, past any screen. */
export class VendorApi {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, email: string): Promise<VendorApi> {
    const ask = () =>
      fetch(`${url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
        body: JSON.stringify({ email, password: demoPassword }),
      });
    let answer = await ask();
    // SY-16: a server that has just started may be busy, and says when to ask again.
    for (let tries = 0; answer.status === 429 && tries < 10; tries += 1) {
      await setTimeout(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
      answer = await ask();
    }
    const token = answer.headers.get('x-session-token');
    if (!answer.ok || !token) throw new Error(`sign-in of ${email}: ${answer.status} ${await answer.text()}`);
    return new VendorApi(url, token);
  }

  async orders() {
    return vendorOrderListSchema.parse(await this.#call('GET', '/api/v1/vendor/orders')).orders;
  }

  async decide(orderId: string, decision: z.infer<typeof orderDecisionSchema>): Promise<void> {
    await this.#call(
      'POST',
      `/api/v1/vendor/orders/${orderId}/decision`,
      orderDecisionSchema.parse(decision),
    );
  }

  /** OPP-4: grants or refuses a partner's registration of a deal, as it is now. */
  async decideRegistration(requestId: string, decision: RegistrationVerdict): Promise<void> {
    const path = `/api/v1/vendor/registrations/${requestId}`;
    const { request } = vendorRegistrationFileSchema.parse(await this.#call('GET', path));
    await this.#call('POST', `${path}/decision`, { ...decision, readAt: request.updatedAt });
  }

  /** Publishes a book's next version with list prices raised by a percentage; needs the administrator. */
  async publish(bookId: string, changes: PublishPriceBook) {
    return publishedPriceBookSchema.parse(
      await this.#call('POST', `/api/v1/vendor/price-books/${bookId}/publish`, changes),
    );
  }

  /** SKUs of a book that this person's partner may have: single products that can be ordered for ever and count in totals (PR-10). */
  async orderableSkus(bookId: string): Promise<string[]> {
    const { snapshots } = snapshotListSchema.parse(await this.#call('GET', '/api/v1/snapshots'));
    const book = snapshots.find((each) => each.kind === 'price-book' && each.id === bookId);
    if (book?.kind !== 'price-book') throw new Error(`no price book ${bookId}`);
    const catalog = snapshots.find(({ kind, id }) => kind === 'catalog' && id === book.header.catalogId);
    const rowsOf = async <Row>({ kind, id, chunks }: Manifest, schema: z.ZodType<Row[]>): Promise<Row[]> => {
      const path = `/api/v1/snapshots/${kind}/${id}/chunks/`;
      const parts = await Promise.all(chunks.map(({ hash }) => this.#call('GET', path + hash)));
      return parts.flatMap((part) => schema.parse(part));
    };
    const products = catalog ? await rowsOf(catalog, catalogChunkSchema) : [];
    const single = new Set(
      products.flatMap(({ sku, orderableFrom, orderableUntil, bundle, charge }) =>
        orderableFrom === null && orderableUntil === null && !bundle && charge.kind !== 'usage' ? [sku] : [],
      ),
    );
    return (await rowsOf(book, priceBookChunkSchema)).map(({ sku }) => sku).filter((sku) => single.has(sku));
  }

  /** Every record this person's partner may have, from an empty device. */
  async pullEverything(): Promise<RecordChange[]> {
    const changes: RecordChange[] = [];
    let page: string | null = null;
    do {
      const answer = pullResponseSchema.parse(
        await this.#call('POST', '/api/v1/sync/pull', {
          protocolVersion,
          clientId: crypto.randomUUID(),
          cookie: null,
          page,
          refusedFrom: null,
        }),
      );
      if (answer.kind === 'reset') throw new Error('an empty device was told to reset');
      changes.push(...answer.changes);
      page = answer.nextPage;
    } while (page !== null);
    return changes;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
}
