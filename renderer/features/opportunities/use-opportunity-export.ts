import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { forecastOf } from '#shared/domain/deal/forecast';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { useRecords } from '../../client/hooks';
import { tableExport, type TableExport } from '../../records/export/table-export';
import { useNames } from '../../records/use-names';

/** The deals that the list or board shows, as a file that can be brought in again. */
export function useOpportunityExport(shown: readonly Opportunity[]): readonly TableExport[] {
  const { t } = useTranslation(['import-export', 'records']);
  const accounts = useRecords('account');
  const ownerName = useNames('person');
  return useMemo(() => {
    const byId = new Map(accounts?.map((account) => [account.id, account]));
    return [
      tableExport(t('kind.opportunities'), shown, [
        { title: t('field.name'), value: ({ name }) => name },
        { title: t('field.accountName'), value: ({ accountId }) => byId.get(accountId)?.name ?? '' },
        { title: t('field.accountTaxId'), value: ({ accountId }) => byId.get(accountId)?.taxId ?? '' },
        { title: t('field.stage'), value: ({ stage }) => t(`records:stage.${stage}`) },
        { title: t('field.amount'), type: 'amount', value: ({ amount }) => amount },
        { title: t('field.currency'), value: ({ currency }) => currency },
        { title: t('field.closeOn'), type: 'day', value: ({ closeOn }) => closeOn },
        { title: t('field.forecast'), value: (deal) => t(`records:forecast.${forecastOf(deal)}`) },
        { title: t('field.nextStep'), value: ({ nextStep }) => nextStep },
        { title: t('field.notes'), value: ({ notes }) => notes },
        { title: t('field.owner'), value: ({ ownerId }) => ownerName(ownerId) ?? '' },
      ]),
    ];
  }, [t, shown, accounts, ownerName]);
}
