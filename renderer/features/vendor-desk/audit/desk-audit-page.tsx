import { Button, Select } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { eventTypes } from '#shared/protocol/event-types';
import type { AuditEvent, AuditFilter } from '#shared/protocol/vendor-audit';
import { DataTable, type Column } from '../../../ui/data-table';
import { DayInput } from '../../../ui/day-input';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { ListSearch } from '../../../ui/list-search';
import { DeskPage } from '../desk-page';
import { useEventName } from '../event-name';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { auditCsv, requestAudit } from './desk-audit-api';

/** `/vendor-desk/audit`: what happened, with all partners; the filter stands in the address. */
export const DeskAuditPage = () => (
  <VendorPeopleOnly>
    <DeskAudit />
  </VendorPeopleOnly>
);

const groups = [...new Set(eventTypes.map((type) => type.split('.')[0] ?? ''))];
type Group = 'lead' | 'order';

/** A day stands for its beginning by this device's clock; as the end of a span, for its end. */
const startOf = (day: string | null, daysLater = 0): string | undefined => {
  if (day === null || day === '') return undefined;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + daysLater);
  return at.toISOString();
};

function DeskAudit() {
  const { t } = useTranslation('vendor-admin');
  const [search, setSearch] = useSearchParams();
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        if (value === '') before.delete(key);
        else before.set(key, value);
        return before;
      },
      { replace: true },
    );
  const filter: AuditFilter = {
    partnerId: search.get('partnerId') ?? undefined,
    subjectType: search.get('subjectType') ?? undefined,
    subjectId: search.get('subjectId') ?? undefined,
    type: search.get('type') ?? undefined,
    actor: search.get('actor')?.trim() || undefined,
    from: startOf(search.get('from')),
    until: startOf(search.get('to'), 1),
  };
  const key = JSON.stringify(filter);
  const narrowed = filter.partnerId ?? filter.subjectId;
  return (
    <AuditList
      key={key}
      filter={filter}
      filters={
        <>
          <Select
            w={200}
            clearable
            searchable
            aria-label={t('audit.type')}
            placeholder={t('audit.allTypes')}
            value={search.get('type')}
            data={groups.map((group) => ({
              value: `${group}.*`,
              label: t(`audit.group.${group}` as `audit.group.${Group}`),
            }))}
            onChange={(value) => set('type', value ?? '')}
          />
          <ListSearch
            value={search.get('actor') ?? ''}
            placeholder={t('audit.actorSearch')}
            onChange={(text) => set('actor', text)}
          />
          <DayInput
            w={150}
            clearable
            aria-label={t('audit.from')}
            placeholder={t('audit.from')}
            value={search.get('from') ?? ''}
            onChange={(day) => set('from', day)}
          />
          <DayInput
            w={150}
            clearable
            aria-label={t('audit.to')}
            placeholder={t('audit.to')}
            value={search.get('to') ?? ''}
            onChange={(day) => set('to', day)}
          />
          {narrowed !== undefined && (
            <Button variant="subtle" onClick={() => setSearch({}, { replace: true })}>
              {t('audit.all')}
            </Button>
          )}
        </>
      }
    />
  );
}

function AuditList({ filter, filters }: { readonly filter: AuditFilter; readonly filters: React.ReactNode }) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const eventName = useEventName();
  const [older, setOlder] = useState<{
    readonly events: readonly AuditEvent[];
    readonly next: number | null;
  }>();
  const [isLoading, setLoading] = useState(false);
  // The filter is the component's key: it stays what it was.
  const [read] = useState(
    () => (signal?: AbortSignal) => requestAudit((path, init) => fetch(path, init), filter, null, signal),
  );
  const polled = usePolled(read);
  const next = older ? older.next : (polled.value?.next ?? null);
  const loadOlder = useCallback(async (): Promise<void> => {
    if (next === null || isLoading) return;
    setLoading(true);
    const answer = await requestAudit((path, init) => fetch(path, init), filter, next);
    setLoading(false);
    if (!answer.ok) return;
    setOlder((before) => ({
      events: [...(before?.events ?? []), ...answer.value.events],
      next: answer.value.next,
    }));
  }, [filter, isLoading, next]);
  const columns: readonly Column<AuditEvent>[] = [
    { key: 'at', title: t('audit.at'), width: 160, render: ({ at }) => formats.instant(at) },
    {
      key: 'type',
      title: t('audit.what'),
      width: 'minmax(180px, 1.4fr)',
      render: ({ type }) => <span title={type}>{eventName(type)}</span>,
    },
    {
      key: 'partner',
      title: t('audit.partner'),
      width: 'minmax(120px, 1fr)',
      render: ({ partnerName, partnerId }) => <span title={partnerId}>{partnerName || partnerId}</span>,
    },
    {
      key: 'actor',
      title: t('audit.actor'),
      width: 'minmax(120px, 0.9fr)',
      render: ({ actor }) => actor?.name ?? t('audit.server'),
    },
    {
      key: 'data',
      title: t('audit.details'),
      width: 'minmax(200px, 2fr)',
      render: (event) => <Details event={event} />,
    },
  ];
  const shown = polled.value && [...polled.value.events, ...newOf(older?.events ?? [], polled.value.events)];
  return (
    <DeskPage
      polled={polled}
      waiting={shown && t('audit.count', { count: shown.length })}
      loading={t('loading')}
      filters={filters}
      actions={
        <Button
          component="a"
          href={auditCsv(filter)}
          download="audit.csv"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('audit.csv')}
        </Button>
      }
    >
      {() => (
        <DataTable
          label={t('audit.title')}
          columns={columns}
          rows={shown ?? []}
          rowKey={({ id }) => id}
          onNearEnd={() => void loadOlder()}
          emptyState={
            <EmptyState icon={IconHistory} title={t('audit.empty.title')} text={t('audit.empty.text')} />
          }
        />
      )}
    </DeskPage>
  );
}

/** The first page grows while older ones are looked at. */
const newOf = (older: readonly AuditEvent[], first: readonly AuditEvent[]): AuditEvent[] => {
  const known = new Set(first.map(({ id }) => id));
  return older.filter(({ id }) => !known.has(id));
};

/** Names and figures in one line, all of them when pointed at. */
function Details({ event: { data, subject } }: { readonly event: AuditEvent }) {
  const text = Object.entries(data)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ');
  return <span title={`${subject.type} ${subject.id}\n${JSON.stringify(data, null, 1)}`}>{text}</span>;
}
