import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconPlus, IconRepeat } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedRow, RowPlan } from '#shared/import-export/plan-import';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { StateBadge, type Tone } from '../../ui/state-badge';
import classes from './import-export.module.css';
import { usePlanText } from './use-plan-text';

const looks: Readonly<Record<RowPlan['type'], { readonly tone: Tone; readonly icon: IconComponent }>> = {
  create: { tone: 'good', icon: IconPlus },
  duplicate: { tone: 'info', icon: IconCopy },
  twice: { tone: 'neutral', icon: IconRepeat },
  error: { tone: 'bad', icon: IconAlertTriangle },
};
const types = ['create', 'duplicate', 'twice', 'error'] as const;

/** What would become of each row, and why not. */
export function PlanTable({ plan }: { readonly plan: readonly PlannedRow[] }) {
  const { t } = useTranslation('import-export');
  const textOf = usePlanText();
  const formats = useFormats();
  const [shown, setShown] = useState<RowPlan['type'] | 'all'>('all');
  const counts = useMemo(() => {
    const all = new Map<string, number>();
    for (const { plan: each } of plan) all.set(each.type, (all.get(each.type) ?? 0) + 1);
    return all;
  }, [plan]);
  const columns = useMemo<readonly Column<PlannedRow>[]>(
    () => [
      {
        key: 'line',
        title: t('line'),
        width: 72,
        align: 'right',
        render: ({ line }) => formats.number(line),
        sortValue: ({ line }) => line,
      },
      {
        key: 'plan',
        title: t('what'),
        width: 150,
        render: ({ plan: each }) => <StateBadge {...looks[each.type]} label={t(`plan.${each.type}`)} />,
        sortValue: ({ plan: each }) => types.indexOf(each.type),
      },
      {
        key: 'name',
        title: t('field.name'),
        width: 'minmax(160px, 1fr)',
        render: ({ name }) => <span title={name}>{name}</span>,
        sortValue: ({ name }) => name || null,
      },
      {
        key: 'why',
        title: t('details'),
        width: 'minmax(220px, 2fr)',
        render: ({ plan: each }) => {
          const text = textOf(each);
          return <span title={text}>{text}</span>;
        },
      },
    ],
    [t, textOf, formats],
  );
  return (
    <>
      <SegmentedControl
        size="xs"
        className={classes['filter'] ?? ''}
        aria-label={t('show')}
        value={shown}
        data={[
          { value: 'all' as const, label: t('all', { count: plan.length }) },
          ...types
            .filter((type) => counts.has(type))
            .map((type) => ({
              value: type,
              label: t('counted', { what: t(`plan.${type}`), count: counts.get(type) ?? 0 }),
            })),
        ]}
        onChange={setShown}
      />
      <div className={classes['table']}>
        <DataTable
          label={t('preview')}
          columns={columns}
          rows={shown === 'all' ? plan : plan.filter((row) => row.plan.type === shown)}
          rowKey={({ line }) => String(line)}
        />
      </div>
    </>
  );
}
