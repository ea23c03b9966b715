import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenStage } from '#shared/domain/deal/opportunity';
import { useRecords } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';

export const reassignedTypes = ['opportunity', 'account', 'lead', 'quote', 'registrationRequest'] as const;
export type ReassignedType = (typeof reassignedTypes)[number];

export interface ReassignableRow {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  /** In words. */
  readonly state: string;
}

/** What of a kind is a person's and still under way: deals that are open, quotes not ordered; by name. */
export function useReassignable(type: ReassignedType, ownerId: string | null): readonly ReassignableRow[] {
  const { t } = useTranslation('records');
  const { compare } = useFormats();
  const accountName = useNames('account');
  const accounts = useRecords('account');
  const opportunities = useRecords('opportunity');
  const leads = useRecords('lead');
  const quotes = useRecords('quote');
  const requests = useRecords('registrationRequest');
  return useMemo(() => {
    if (ownerId === null) return [];
    const theirs = <T extends { readonly ownerId: string | null }>(records: readonly T[] | undefined) =>
      (records ?? []).filter((record) => record.ownerId === ownerId);
    const customerOf = (id: string | null) => accountName(id ?? '') ?? '';
    const rows = (): readonly ReassignableRow[] => {
      switch (type) {
        case 'account':
          return theirs(accounts).map(({ id, name, city }) => ({ id, name, customer: city, state: '' }));
        case 'opportunity':
          return theirs(opportunities)
            .filter(({ stage }) => isOpenStage(stage))
            .map(({ id, name, accountId, stage }) => ({
              id,
              name,
              customer: customerOf(accountId),
              state: t(`stage.${stage}`),
            }));
        case 'lead':
          return theirs(leads)
            .filter(({ state }) => state === 'accepted')
            .map(({ id, number, company }) => ({ id, name: company.name, customer: number, state: '' }));
        case 'quote':
          return theirs(quotes)
            .filter(({ state }) => state !== 'ordered' && state !== 'expired' && state !== 'rejected')
            .map(({ id, number, title, accountId, state }) => ({
              id,
              name: [number, title].filter(Boolean).join(' '),
              customer: customerOf(accountId),
              state: t(`quoteState.${state}`),
            }));
        case 'registrationRequest':
          return theirs(requests)
            .filter(({ state }) => state !== 'withdrawn')
            .map(({ id, description, accountId }) => ({
              id,
              name: description,
              customer: customerOf(accountId),
              state: '',
            }));
        default:
          return type satisfies never;
      }
    };
    return [...rows()].sort((a, b) => compare(a.name, b.name));
  }, [type, ownerId, accounts, opportunities, leads, quotes, requests, accountName, t, compare]);
}
