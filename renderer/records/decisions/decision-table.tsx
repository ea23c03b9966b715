import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconFileDollar,
  IconShieldX,
  IconShoppingCartX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { PlainTable } from '../../ui/plain-table';
import classes from './decisions.module.css';
import type { DecisionKind, DecisionRow } from './use-decision-rows';

const icons: Readonly<Record<DecisionKind, IconComponent>> = {
  order: IconShoppingCartX,
  quote: IconFileDollar,
  conflict: IconArrowsSplit2,
  registration: IconShieldX,
  other: IconAlertTriangle,
};

/** Things to decide, each one click from where it is decided. */
export function DecisionTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly DecisionRow[];
}) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ kind, key }) => `${kind} ${key}`}
      columns={[
        {
          key: 'about',
          title: t('row.about'),
          render: ({ kind, about, to }) => {
            const Icon = icons[kind];
            return (
              <span className={classes['about']}>
                <Icon size={15} stroke={1.8} aria-hidden />
                <Link to={to} title={about}>
                  {about}
                </Link>
              </span>
            );
          },
        },
        {
          key: 'what',
          title: t('row.what'),
          render: ({ what }) => <span title={what}>{what}</span>,
        },
        {
          key: 'since',
          title: t('row.since'),
          width: '130px',
          align: 'right',
          render: ({ since }) => <span title={formats.instant(since)}>{formats.ago(since)}</span>,
        },
      ]}
    />
  );
}
