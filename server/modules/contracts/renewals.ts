import { sql } from 'kysely';
import type { Language } from '#shared/domain/catalog/localized';
import { leftToRenew } from '#shared/domain/order/contract-claims';
import type { Contract } from '#shared/domain/pricing/contract';
import { renewalLines } from '#shared/domain/quote/contract-lines';
import { bookForContract, contractQuote } from '#shared/domain/quote/contract-quote';
import type { Quote } from '#shared/domain/quote/quote';
import { addDays, dayInZone } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import type { Database, Queries } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { newestManifests } from '../snapshots/repository';
import { nextNumber } from '../sync/authority/next-number';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import { placedClaims } from './placed-claims';
import { renewalTitle } from './renewal-title';

/** ORD-3: how long before its end a contract is offered for renewal. */
export const renewalDays = 90;

/**
 * ORD-3, PR-51: makes a quote for every contract that ends within 90 days, once; it comes down to the customer's owner as a draft. Not of what
 * was renewed already, by whatever quote was ordered, nor of what is over. Returns how many were made.
 */
export async function makeRenewals(database: Database, books: PriceBookSource, now: Date): Promise<number> {
  let made = 0;
  const failures: unknown[] = [];
  for (const { id, partnerId } of await dueContracts(database, now)) {
    try {
      const isMade = await changeAsVendor(
        database,
        partnerId,
        books,
        () => now,
        (desk) => makeRenewal(desk, id),
      );
      if (isMade) made += 1;
    } catch (error) {
      // One that cannot be made does not stop the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some contracts could not be renewed');
  return made;
}

/** Roughly: a day more on both sides, for partners' zones. What is so is looked at under the partner's lock. */
async function dueContracts(queries: Queries, now: Date) {
  const today = dayInZone(now, 'UTC');
  const rows = await queries
    .selectFrom('record')
    .select(['id', 'partner_id as partnerId'])
    .where('type', '=', 'contract')
    .where('deleted', '=', false)
    .where(sql<string>`body ->> 'endsOn'`, '>=', addDays(today, -1))
    .where(sql<string>`body ->> 'endsOn'`, '<=', addDays(today, renewalDays + 1))
    .where(sql<boolean>`body ->> 'renewalQuoteId' is null and body ->> 'renewedById' is null`)
    .orderBy('partner_id')
    .orderBy('id')
    .execute();
  return rows;
}

/** Under the partner's lock: whoever comes second, on this server or another, finds it made. */
async function makeRenewal(desk: PartnerDesk, contractId: string): Promise<boolean> {
  const { records, partnerId, queries, now } = desk;
  await records.load([
    { type: 'contract', id: contractId },
    { type: 'partner', id: partnerId },
  ]);
  const contract = records.get('contract', contractId);
  const partner = records.get('partner', partnerId);
  if (!contract || !partner || contract.renewalQuoteId || contract.renewedById) return false;
  const today = dayInZone(now, partner.timeZone);
  if (contract.endsOn < today || contract.endsOn > addDays(today, renewalDays)) return false;
  const lines = renewalLines(
    contract,
    newId,
    leftToRenew(contract, await placedClaims(records, contract, null)),
  );
  if (lines.length === 0) return false;
  const book = bookForContract(contract, await booksOf(queries, partnerId), {
    partner,
    today,
    preferred: await bookOrderedFrom(desk, contract),
  });
  const owner = await ownerOf(desk, contract);
  // Without a book of today there is no price to offer; it is tried again when there is one.
  if (!book || !owner) return false;

  const at = now.toISOString();
  const id = newId();
  const number = `R-${String(await nextNumber(queries, 'renewal_quote_number')).padStart(5, '0')}`;
  const title = renewalTitle(owner.language, contract.number);
  const quote: Quote = {
    ...contractQuote({ id, number, title, today, contract, book, partner, language: owner.language, lines }),
    partnerId,
    ownerId: owner.userId,
    state: 'draft',
    revision: 1,
    madeToRenew: true,
    createdAt: at,
    updatedAt: at,
  };
  records.write([
    { type: 'quote', id, record: quote },
    { type: 'contract', id: contractId, record: { ...contract, renewalQuoteId: id } },
  ]);
  const { accountId, endsOn } = contract;
  await recordEvent(queries, {
    type: 'quote.renewal-made',
    partnerId,
    subject: { type: 'quote', id },
    by: null,
    at: now,
    data: { number, contractId, contractNumber: contract.number, accountId, endsOn },
  });
  return true;
}

/** Headers of the newest version of each book that the partner's people may read (PRI-1). */
async function booksOf(queries: Queries, partnerId: string) {
  const manifests = await newestManifests(queries, { partnerId, role: 'rep' });
  return manifests.flatMap((manifest) => (manifest.kind === 'price-book' ? [manifest.header] : []));
}

async function bookOrderedFrom({ records }: PartnerDesk, { orderId }: Contract): Promise<string | null> {
  if (!orderId) return null;
  await records.load([{ type: 'order', id: orderId }]);
  return records.get('order', orderId)?.priceBook.bookId ?? null;
}

interface Owner {
  readonly userId: string;
  readonly language: Language;
}

/** The customer's owner; of one who is gone, the partner's manager, or whoever else works there. */
async function ownerOf(desk: PartnerDesk, { accountId }: Contract): Promise<Owner | undefined> {
  const { records, queries, partnerId } = desk;
  await records.load([{ type: 'account', id: accountId }]);
  const account = records.get('account', accountId);
  if (!account) return undefined;
  const people = await queries
    .selectFrom('user_account')
    .select(['user_id as userId', 'language', 'role'])
    .where('partner_id', '=', partnerId)
    .orderBy('user_id')
    .execute();
  return (
    people.find(({ userId }) => userId === account.ownerId) ??
    people.find(({ role }) => role === 'manager') ??
    people[0]
  );
}
