import type { ConversationKey } from '#shared/domain/conversation/message';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Lead } from '#shared/domain/lead/lead';
import type { Order } from '#shared/domain/order/order';
import type { Quote } from '#shared/domain/quote/quote';
import { conversationKeyText } from './unread';

/** What is talked about. */
export interface Subject {
  /** As people call it; null: by its customer. */
  readonly name: string | null;
  readonly accountId: string | null;
  readonly isMine: boolean;
}

type Owned = 'accountId' | 'ownerId';

interface Records {
  readonly leads: readonly Pick<Lead, 'id' | 'company' | 'ownerId'>[];
  readonly opportunities: readonly Pick<Opportunity, 'id' | 'name' | Owned>[];
  readonly requests: readonly Pick<RegistrationRequest, 'id' | Owned>[];
  readonly quotes: readonly Pick<Quote, 'id' | 'number' | Owned>[];
  readonly orders: readonly Pick<
    Order,
    'id' | 'vendorOrderNumber' | 'quoteNumber' | 'quoteId' | 'accountId'
  >[];
}

/** Everything that can be talked about, by `type:id`. An order is that of whoever owns its quote. */
export function subjectsOf(
  { leads, opportunities, requests, quotes, orders }: Records,
  userId: string,
): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  const add = (type: ConversationKey['type'], id: string, subject: Subject) =>
    subjects.set(conversationKeyText({ type, id }), subject);
  for (const { id, company, ownerId } of leads)
    add('lead', id, { name: company.name, accountId: null, isMine: ownerId === userId });
  for (const { id, name, accountId, ownerId } of opportunities)
    add('opportunity', id, { name, accountId, isMine: ownerId === userId });
  for (const { id, accountId, ownerId } of requests)
    add('registrationRequest', id, { name: null, accountId, isMine: ownerId === userId });
  for (const { id, number, accountId, ownerId } of quotes)
    add('quote', id, { name: number, accountId, isMine: ownerId === userId });
  for (const { id, vendorOrderNumber, quoteNumber, accountId, quoteId } of orders) {
    const quote = subjects.get(conversationKeyText({ type: 'quote', id: quoteId }));
    add('order', id, {
      name: vendorOrderNumber ?? quoteNumber,
      accountId,
      isMine: quote?.isMine === true,
    });
  }
  return subjects;
}
