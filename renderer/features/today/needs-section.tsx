import { Button } from '@mantine/core';
import {
  IconCalendarDue,
  IconChecklist,
  IconClockExclamation,
  IconFileDollar,
  IconGavel,
  IconInbox,
  IconListCheck,
  IconRefresh,
  IconScale,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import { contentLanguage } from '../../i18n/content-language';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { neededDecimals } from '../../ui/needed-decimals';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import type { Need, NeedKind, Urgency } from './needs-me';
import classes from './today.module.css';

const shown = 8;

const icons: Readonly<Record<NeedKind, IconComponent>> = {
  lead: IconInbox,
  'lead-answered': IconInbox,
  conflict: IconScale,
  approval: IconGavel,
  obligation: IconListCheck,
  task: IconChecklist,
  quote: IconFileDollar,
  registration: IconShieldCheck,
  renewal: IconRefresh,
  'close-date': IconCalendarDue,
};

interface NeedsSectionProps {
  readonly urgency: Urgency;
  readonly needs: readonly Need[];
  readonly today: string;
}

/** What needs this person by a time, the most money first; each line opens its record. Nothing while nothing does. */
export function NeedsSection({ urgency, needs, today }: NeedsSectionProps) {
  const { t, i18n } = useTranslation('today');
  const formats = useFormats();
  const accountName = useNames('account');
  const [all, setAll] = useState(false);
  const language = contentLanguage(i18n.language);
  if (needs.length === 0) return null;
  const title = t(`needs.${urgency}`);
  return (
    <Section
      title={title}
      count={needs.length}
      action={
        needs.length > shown && (
          <Button variant="subtle" onClick={() => setAll((before) => !before)}>
            {t(all ? 'needs.fewer' : 'needs.all', { count: needs.length })}
          </Button>
        )
      }
    >
      <PlainTable
        label={title}
        rows={all ? needs : needs.slice(0, shown)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'about',
            title: t('column.about'),
            render: ({ kind, about, accountId, to }) => {
              const Icon = icons[kind];
              const text = typeof about === 'string' ? about : textIn(about, language);
              const customer = accountName(accountId ?? '');
              const what = customer === undefined ? t(`need.${kind}`) : `${t(`need.${kind}`)} · ${customer}`;
              return (
                <span className={classes['about']}>
                  <Icon size={15} stroke={1.8} aria-hidden />
                  <span className={classes['lines']}>
                    <Link to={to} title={text}>
                      {text}
                    </Link>
                    <span className={classes['what']} title={what}>
                      {what}
                    </span>
                  </span>
                </span>
              );
            },
          },
          {
            key: 'amount',
            title: t('needs.amount'),
            width: '130px',
            align: 'right',
            render: ({ money }) =>
              money && (
                <Amount
                  value={money.amount}
                  currency={money.currency}
                  decimals={neededDecimals(money.amount)}
                />
              ),
          },
          {
            key: 'due',
            title: t('needs.due'),
            width: '136px',
            align: 'right',
            render: ({ due }) => (
              <span className={classes['due']} data-late={due < today || undefined}>
                {due < today && <IconClockExclamation size={14} aria-label={t('needs.late')} />}
                {due === today ? t('needs.today') : formats.day(due)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
