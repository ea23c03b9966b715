import { expect, it } from 'vitest';
import type { Account } from '#shared/domain/deal/account';
import { aLead } from '../a-lead.test-kit';
import { sameAccounts } from './same-accounts';

const account = (id: string, fields: Partial<Account>): Account =>
  ({ id, name: id, taxId: '', country: 'PL', city: '', website: '', ...fields }) as Account;
const found = (...accounts: readonly Account[]) =>
  sameAccounts(aLead().company, accounts).map(({ account: { id } }) => id);

it('OPP-2 a customer with the same tax id or a name that means the same is offered before a new one is made', () => {
  expect(
    found(
      account('other', { name: 'Bergmann Optik GmbH', country: 'DE' }),
      account('spelled otherwise', { name: 'ZAKLADY WISNIEWSKI SPOLKA Z O.O.' }),
      account('same tax id', { name: 'Wiśniewski Group', taxId: 'PL7251801126' }),
    ),
  ).toEqual(['same tax id', 'spelled otherwise']);
});

it('only what speaks for it is told as the reason', () => {
  const [same] = sameAccounts(aLead().company, [
    account('here', { name: 'Zaklady Wisniewski', city: 'Gdańsk', website: 'wisniewski.example' }),
  ]);
  expect(same?.reasons.map(({ code }) => code)).toContain('domain-equal');
  expect(same?.reasons.every(({ speaks }) => speaks === 'for')).toBe(true);
});
