import {
  IconBuilding,
  IconFileCertificate,
  IconFileDollar,
  IconInbox,
  IconShoppingCart,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { matchesText } from '#shared/lib/match-text';
import { useCustomerView } from '../client/customer-view';
import { useRecords } from '../client/hooks';
import { isGoneLead } from '../records/lead/lead-standing';
import type { PaletteEntry, PaletteGroup } from './palette-group';

const shownPerGroup = 6;

/** Accounts, opportunities, quotes and orders by name or number. In customer view none: they name other customers. */
export function usePaletteRecords(query: string): readonly PaletteGroup[] {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const customerView = useCustomerView(({ on }) => on);
  const accounts = useRecords('account') ?? [];
  const opportunities = useRecords('opportunity') ?? [];
  const quotes = useRecords('quote') ?? [];
  const orders = useRecords('order') ?? [];
  const leads = useRecords('lead') ?? [];
  const contracts = useRecords('contract') ?? [];
  if (customerView || query.trim() === '') return [];
  const accountNames = new Map(accounts.map(({ id, name }) => [id, name]));
  const nameOf = (accountId: string | null) => (accountId === null ? undefined : accountNames.get(accountId));
  const best = <T>(
    records: readonly T[],
    textOf: (record: T) => readonly string[],
    toEntry: (record: T) => PaletteEntry,
  ) =>
    records
      .filter((record) => matchesText(query, textOf(record)))
      .slice(0, shownPerGroup)
      .map(toEntry);
  const to = (path: string) => () => void navigate(path);
  return [
    {
      title: t('nav.quotes'),
      entries: best(
        quotes,
        (quote) => [quote.number, quote.title, nameOf(quote.accountId) ?? ''],
        (quote) => ({
          id: quote.id,
          label: quote.title === '' ? quote.number : `${quote.number}  ${quote.title}`,
          detail: nameOf(quote.accountId),
          icon: IconFileDollar,
          run: to(`/quotes/${quote.id}`),
        }),
      ),
    },
    {
      title: t('nav.accounts'),
      entries: best(
        accounts,
        (account) => [account.name, account.city, account.taxId],
        (account) => ({
          id: account.id,
          label: account.name,
          detail: account.city,
          icon: IconBuilding,
          run: to(`/accounts/${account.id}`),
        }),
      ),
    },
    {
      title: t('nav.opportunities'),
      entries: best(
        opportunities,
        (opportunity) => [opportunity.name, nameOf(opportunity.accountId) ?? ''],
        (opportunity) => ({
          id: opportunity.id,
          label: opportunity.name,
          detail: nameOf(opportunity.accountId),
          icon: IconTargetArrow,
          run: to(`/opportunities/${opportunity.id}`),
        }),
      ),
    },
    {
      title: t('nav.leads'),
      entries: best(
        leads.filter(({ state }) => !isGoneLead(state)),
        (lead) => [lead.number, lead.company.name, lead.contact.name],
        (lead) => ({
          id: lead.id,
          label: lead.company.name,
          detail: lead.number,
          icon: IconInbox,
          run: to(`/leads/${lead.id}`),
        }),
      ),
    },
    {
      title: t('nav.contracts'),
      entries: best(
        contracts,
        (contract) => [contract.number, nameOf(contract.accountId) ?? ''],
        (contract) => ({
          id: contract.id,
          label: contract.number,
          detail: nameOf(contract.accountId),
          icon: IconFileCertificate,
          run: to(`/contracts/${contract.id}`),
        }),
      ),
    },
    {
      title: t('nav.orders'),
      entries: best(
        orders,
        (order) => [order.vendorOrderNumber ?? '', order.quoteNumber, order.purchaseOrderNumber],
        (order) => ({
          id: order.id,
          label: order.vendorOrderNumber ?? order.quoteNumber,
          detail: nameOf(order.accountId),
          icon: IconShoppingCart,
          run: to(`/orders/${order.id}`),
        }),
      ),
    },
  ];
}
