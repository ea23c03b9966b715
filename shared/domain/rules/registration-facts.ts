import type { Account } from '../deal/account';
import type { RegistrationRequest } from '../deal/registration-request';
import type { Partner } from '../partner/partner';
import type { RegistrationFacts } from './facts';

/** What rules can ask about a registration. `account` null: the customer is gone. */
export const registrationFacts = (
  request: Pick<RegistrationRequest, 'amount' | 'currency' | 'families'>,
  account: Pick<Account, 'country'> | null,
  partner: Pick<Partner, 'id' | 'tier'>,
  sameCustomerCount: number,
): RegistrationFacts => ({
  amount: request.amount,
  currency: request.currency,
  families: request.families,
  country: account?.country ?? null,
  tier: partner.tier,
  sameCustomerCount: String(sameCustomerCount),
  partner: partner.id,
});
