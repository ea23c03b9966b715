import type { Account, Contact } from '#shared/domain/deal/account';
import type { AccountContext, DealContext } from './deal-context';
import { fictionalTaxId } from './fictional-tax-id';
import { daysAgo, instantOn } from './moments';

/** The partner's customers; smaller ones now and then without a tax number on file. */
export function buildAccounts({ partner, source, texts, reps, random, today }: AccountContext): Account[] {
  return source.accounts.map(({ domain, ...facts }, at) => {
    const createdOn = daysAgo(today, random.integer(120, 400));
    return {
      ...facts,
      id: idOf(partner.id, 'account', at),
      partnerId: partner.id,
      ownerId: random.pick(reps).id,
      taxId:
        facts.segment === 'small-business' && random.chance(30) ? '' : fictionalTaxId(facts.country, random),
      website: `https://www.${domain}.example`,
      notes: random.chance(40) ? random.pick(texts.accountNotes)[source.language] : '',
      createdAt: instantOn(createdOn, random.integer(0, 240)),
      updatedAt: instantOn(daysAgo(today, random.integer(1, 110)), random.integer(0, 240)),
    };
  });
}

/** One contact for each account, and a second one for the first accounts. */
export function buildContacts(
  { partner, source, texts, random }: DealContext,
  accounts: readonly Account[],
): Contact[] {
  return source.contacts.map(({ name, mailbox }, at) => {
    const account = accounts[at % accounts.length];
    if (!account) throw new Error(`${partner.id} has no accounts`);
    return {
      id: idOf(partner.id, 'contact', at),
      partnerId: partner.id,
      accountId: account.id,
      name,
      jobTitle: random.pick(texts.jobTitles)[source.language],
      email: `${mailbox}@${account.website.replace('https://www.', '')}`,
      phone: `${source.phonePrefix} ${random.integer(10, 99)} ${random.integer(10, 99)}`,
      createdAt: account.createdAt,
      updatedAt: account.updatedAt,
    };
  });
}

/** Readable ids: "brightpath-account-07". */
export const idOf = (partnerId: string, what: string, at: number): string =>
  `${partnerId}-${what}-${String(at + 1).padStart(2, '0')}`;
