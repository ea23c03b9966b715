import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../client/hooks';
import { tableExport, type TableExport } from '../../records/export/table-export';
import { useNames } from '../../records/use-names';
import type { AccountRow } from './queries';

/** The customers that the list shows, and their people, as files that can be brought in again. */
export function useAccountExports(rows: readonly AccountRow[]): readonly TableExport[] {
  const { t } = useTranslation(['import-export', 'records']);
  const contacts = useRecords('contact');
  const ownerName = useNames('person');
  return useMemo(() => {
    const accounts = rows.map(({ account }) => account);
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const people = (contacts ?? []).flatMap((contact) => {
      const account = byId.get(contact.accountId);
      return account ? [{ contact, account }] : [];
    });
    return [
      tableExport(t('kind.accounts'), accounts, [
        { title: t('field.name'), value: ({ name }) => name },
        { title: t('field.taxId'), value: ({ taxId }) => taxId },
        { title: t('field.country'), value: ({ country }) => country },
        { title: t('field.city'), value: ({ city }) => city },
        { title: t('field.street'), value: ({ street }) => street },
        { title: t('field.postalCode'), value: ({ postalCode }) => postalCode },
        { title: t('field.segment'), value: ({ segment }) => t(`records:segment.${segment}`) },
        { title: t('field.website'), value: ({ website }) => website },
        { title: t('field.notes'), value: ({ notes }) => notes },
        { title: t('field.owner'), value: ({ ownerId }) => ownerName(ownerId) ?? '' },
      ]),
      tableExport(t('kind.contacts'), people, [
        { title: t('field.name'), value: ({ contact }) => contact.name },
        { title: t('field.accountName'), value: ({ account }) => account.name },
        { title: t('field.accountTaxId'), value: ({ account }) => account.taxId },
        { title: t('field.jobTitle'), value: ({ contact }) => contact.jobTitle },
        { title: t('field.email'), value: ({ contact }) => contact.email },
        { title: t('field.phone'), value: ({ contact }) => contact.phone },
      ]),
    ];
  }, [t, rows, contacts, ownerName]);
}
