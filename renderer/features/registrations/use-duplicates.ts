import { useEffect, useState } from 'react';
import type { Account } from '#shared/domain/deal/account';
import { lookUp } from '#shared/domain/deal/registration-index/look-up';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { compareCustomers, readCustomer } from '#shared/domain/deal/same-customer/same-customer';
import { useRecords } from '../../client/hooks';

export interface Duplicates {
  /** Another partner may have registered a deal with this customer; the vendor alone knows. */
  readonly elsewhere: boolean;
  /** This partner's own requests for it that are not over. */
  readonly own: readonly RegistrationRequest[];
}

const none: Duplicates = { elsewhere: false, own: [] };

/** OPP-5: who may have registered this customer, asked of what is on the device. A moment after it was chosen: hashing takes some milliseconds. */
export function useDuplicates(account: Account | undefined): Duplicates {
  const index = useRecords('registrationIndex')?.[0];
  const requests = useRecords('registrationRequest');
  const accounts = useRecords('account');
  const [found, setFound] = useState<{ readonly of: string; readonly duplicates: Duplicates } | null>(null);
  useEffect(() => {
    if (!account) return undefined;
    let isAsked = true;
    const find = async (): Promise<void> => {
      const elsewhere = index !== undefined && (await lookUp(index, account)).length > 0;
      if (!isAsked) return;
      const own = ownRequests(account, requests ?? [], accounts ?? []);
      setFound({ of: account.id, duplicates: { elsewhere, own } });
    };
    const timer = setTimeout(() => void find(), 100);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [account, index, requests, accounts]);
  return account && found?.of === account.id ? found.duplicates : none;
}

function ownRequests(
  account: Account,
  requests: readonly RegistrationRequest[],
  accounts: readonly Account[],
): readonly RegistrationRequest[] {
  const open = requests.filter(
    ({ state, ended }) => state === 'submitted' || (state === 'granted' && !ended),
  );
  const customers = new Map(accounts.map((each) => [each.id, each]));
  const mine = readCustomer(account);
  return open.filter(({ accountId }) => {
    const other = customers.get(accountId);
    return accountId === account.id || (other && compareCustomers(mine, readCustomer(other)).same);
  });
}
