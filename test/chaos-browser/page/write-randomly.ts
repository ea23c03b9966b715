import type { Client } from '../../../renderer/client/client';
import { seeded } from '../seeded';
import type { Written } from './chaos-page-types';

/** Pieces of work under way at once: a person is slower, several windows and a paste are not. */
const hands = 3;

/** Makes customers and a quote, and types ever new notes into the quote. Returns how to stop. */
export function writeRandomly(
  client: Client,
  prefix: string,
  seed: number,
  onWritten: (written: Written) => void,
): () => void {
  const random = seeded(seed);
  const hand = new AbortController();
  let made = 0;
  let note = 0;
  const quoteId = `${prefix}quote`;

  const createQuote = () =>
    client.mutate('createQuote', {
      id: quoteId,
      number: `Q-${prefix}`,
      title: '',
      accountId: null,
      contactId: null,
      opportunityId: null,
      currency: 'EUR',
      priceBook: { bookId: 'eur-silver', version: 1 },
      pricingDate: '2026-11-21',
      expiresOn: '2036-12-21',
      documentLanguage: 'en',
      discountPercent: '0',
      items: [],
      introduction: '',
      terms: '',
      internalNotes: '0',
    });
  const createAccount = (id: string) =>
    client.mutate('createAccount', {
      id,
      name: `Customer ${id}`,
      taxId: '',
      country: 'DE',
      city: '',
      street: '',
      postalCode: '',
      segment: 'mid-market',
      website: '',
      notes: 'x'.repeat(Math.floor(random() * 3_000)),
    });

  const tell = async (
    id: string,
    text: string | null,
    result: Awaited<ReturnType<Client['mutate']>>,
  ): Promise<void> => {
    onWritten({ id, note: text, error: result.ok ? null : result.error.type });
    // What fails at once must not keep the page from hearing why.
    if (!result.ok) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  const work = async (): Promise<void> => {
    while (!hand.signal.aborted) {
      if (random() < 0.3) {
        note += 1;
        const text = String(note);
        await tell(
          quoteId,
          text,
          await client.mutate('editQuote', { id: quoteId, changes: { internalNotes: text } }),
        );
      } else {
        made += 1;
        const id = `${prefix}${String(made)}`;
        await tell(id, null, await createAccount(id));
      }
    }
  };
  const begin = async (): Promise<void> => {
    await tell(quoteId, null, await createQuote());
    await Promise.all(Array.from({ length: hands }, work));
  };
  void begin();
  return () => hand.abort();
}
