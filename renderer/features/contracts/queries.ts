import { useMemo } from 'react';
import type { Account } from '#shared/domain/deal/account';
import type { Asset } from '#shared/domain/order/asset';
import type { Order } from '#shared/domain/order/order';
import type { Contract } from '#shared/domain/pricing/contract';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecord, useRecords } from '../../client/hooks';

export interface ContractFile {
  readonly contract: Contract;
  /** null: the customer is not on this device. */
  readonly account: Account | null;
  readonly order: Order | null;
  /** Quotes that change or renew it, newest first. */
  readonly quotes: readonly Quote[];
  readonly renewedBy: Contract | null;
  /** What the customer owns besides. */
  readonly assets: readonly Asset[];
}

/** One contract with what belongs to it, live. undefined: loading; null: not on this device. */
export function useContractFile(id: string): ContractFile | null | undefined {
  const contract = useRecord('contract', id);
  const account = useRecord('account', contract?.accountId);
  const order = useRecord('order', contract?.orderId);
  const renewedBy = useRecord('contract', contract?.renewedById);
  const quotes = useRecords('quote');
  const assets = useRecords('asset');
  return useMemo(() => {
    if (contract === null) return null;
    if (!contract || account === undefined || order === undefined || renewedBy === undefined)
      return undefined;
    if (!quotes || !assets) return undefined;
    return {
      contract,
      account,
      order,
      renewedBy,
      quotes: quotes
        .filter(({ contractId }) => contractId === contract.id)
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
      assets: assets.filter(({ accountId }) => accountId === contract.accountId),
    };
  }, [contract, account, order, renewedBy, quotes, assets]);
}
