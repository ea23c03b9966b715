import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/lib/clock';
import type { LeadStatistics } from '#shared/protocol/vendor-lead';
import { Crumb } from '../../../ui/crumb';
import { DataTable, type Column } from '../../../ui/data-table';
import { DayInput } from '../../../ui/day-input';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { ListCount } from '../../../ui/list-count';
import { Page } from '../../../ui/page';
import { IconChartBar } from '@tabler/icons-react';
import { textColumn } from '../desk-columns';
import { DeskNotice } from '../desk-record';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestLeadStatistics } from './desk-leads-api';
import { useMinutes } from './use-minutes';

type PartnerRow = LeadStatistics['partners'][number];

/** `/vendor-desk/leads/statistics`: how partners answer what they are offered. */
export const LeadStatisticsPage = () => (
  <VendorPeopleOnly>
    <Statistics />
  </VendorPeopleOnly>
);

function Statistics() {
  const { t } = useTranslation('vendor-leads');
  const [days, setDays] = useState(() => {
    const today = new Date().toISOString().slice(0, 10);
    return { from: addDays(today, -90), until: today };
  });
  const { from, until } = days;
  const read = useCallback(
    (signal?: AbortSignal) =>
      requestLeadStatistics((path, init) => fetch(path, init), { from, until }, signal),
    [from, until],
  );
  const polled = usePolled(read);
  const columns = useColumns();
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/leads" list={t('title')}>
          {t('statistics.title')}
        </Crumb>
      }
      toolbar={
        <>
          <DayInput
            w={160}
            aria-label={t('statistics.from')}
            value={from}
            maxDate={until}
            onChange={(day) => day !== '' && setDays({ ...days, from: day })}
          />
          <DayInput
            w={160}
            aria-label={t('statistics.until')}
            value={until}
            minDate={from}
            onChange={(day) => day !== '' && setDays({ ...days, until: day })}
          />
          {polled.value && <ListCount>{t('statistics.waiting', { count: polled.value.waiting })}</ListCount>}
        </>
      }
    >
      <DeskNotice polled={polled} />
      {polled.value && (
        <DataTable
          label={t('statistics.title')}
          columns={columns}
          rows={polled.value.partners}
          rowKey={({ partnerId }) => partnerId}
          emptyState={
            <EmptyState icon={IconChartBar} title={t('statistics.empty')} text={t('statistics.emptyText')} />
          }
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<PartnerRow>[] {
  const { t } = useTranslation('vendor-leads');
  const formats = useFormats();
  const minutes = useMinutes();
  const counts = [
    'offered',
    'accepted',
    'declined',
    'returned',
    'missed',
    'withdrawn',
    'converted',
    'open',
  ] as const;
  return [
    textColumn('partner', t('partner'), 'minmax(140px, 1.2fr)', ({ partnerName }) => partnerName),
    ...counts.map((key): Column<PartnerRow> => ({
      key,
      title: t(`statistics.${key}`),
      width: 'minmax(88px, 0.6fr)',
      align: 'right',
      render: (row) => formats.number(row[key]),
      sortValue: (row) => row[key],
    })),
    {
      key: 'rate',
      title: t('statistics.rate'),
      width: 'minmax(96px, 0.7fr)',
      align: 'right',
      render: ({ offered, accepted }) =>
        offered === 0 ? '\u2014' : formats.percent(String(Math.round((accepted * 1_000) / offered) / 10)),
      sortValue: ({ offered, accepted }) => (offered === 0 ? null : accepted / offered),
    },
    {
      key: 'median',
      title: t('statistics.median'),
      width: 'minmax(118px, 0.7fr)',
      align: 'right',
      render: ({ medianAnswerMinutes }) =>
        medianAnswerMinutes === null ? '\u2014' : minutes(medianAnswerMinutes),
      sortValue: ({ medianAnswerMinutes }) => medianAnswerMinutes,
    },
  ];
}
