import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOpenTasks, useRecords } from '../../client/hooks';
import { useSalesPath } from '../../records/sales-path/use-sales-path';
import { useToday } from '../../records/use-today';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable, type PlainColumn } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { teamFigures, type TeamFigures } from './team-figures';
import classes from './team.module.css';

interface Row {
  readonly key: string;
  /** Only the first line of a person names them. */
  readonly first: boolean;
  readonly figures: TeamFigures;
  readonly total: TeamFigures['totals'][number] | null;
}

const shownForecasts = ['commit', 'best-case', 'pipeline', 'omitted'] as const;

/** What is expected of each person, by forecast and currency. */
export function ForecastSection() {
  const { t } = useTranslation(['team', 'records']);
  const formats = useFormats();
  const today = useToday();
  const people = useRecords('person');
  const opportunities = useRecords('opportunity');
  const tasks = useOpenTasks();
  const path = useSalesPath();
  const rows = useMemo(
    () =>
      teamFigures(people ?? [], opportunities ?? [], tasks ?? [], path, today).flatMap((figures): Row[] => {
        const id = figures.person?.id ?? 'team';
        if (figures.totals.length === 0) return [{ key: id, first: true, figures, total: null }];
        return figures.totals.map((total, at) => ({
          key: `${id} ${total.currency}`,
          first: at === 0,
          figures,
          total,
        }));
      }),
    [people, opportunities, tasks, path, today],
  );
  if (!people || !opportunities) return null;
  const amount = (value: string | undefined) =>
    value !== undefined && <Amount value={value} decimals={0} muted={value === '0'} />;
  const columns: PlainColumn<Row>[] = [
    {
      key: 'person',
      title: t('person'),
      width: '130px',
      render: ({ first, figures: { person } }) =>
        first &&
        (person === null ? (
          <strong>{t('everybody')}</strong>
        ) : (
          <Link
            to={`/opportunities?view=list&stage=open&owner=${encodeURIComponent(person.id)}`}
            aria-label={t('openList', { name: person.name })}
          >
            {person.name}
          </Link>
        )),
    },
    { key: 'currency', title: t('currency'), width: '68px', render: ({ total }) => total?.currency },
    ...shownForecasts.map((forecast): PlainColumn<Row> => ({
      key: forecast,
      title: t(`records:forecast.${forecast}`),
      align: 'right',
      render: ({ total }) => amount(total?.byForecast[forecast]),
    })),
    { key: 'weighted', title: t('weighted'), align: 'right', render: ({ total }) => amount(total?.weighted) },
    { key: 'won', title: t('won'), align: 'right', render: ({ total }) => amount(total?.won) },
    {
      key: 'open',
      title: t('openDeals'),
      width: '76px',
      align: 'right',
      render: ({ first, figures }) => first && formats.number(figures.openDeals),
    },
    {
      key: 'late',
      title: t('late'),
      width: '80px',
      align: 'right',
      render: ({ first, figures }) => first && <Late count={figures.lateDeals} />,
    },
    {
      key: 'tasks',
      title: t('tasks'),
      width: '110px',
      align: 'right',
      render: ({ first, figures }) => first && <Late count={figures.lateTasks} />,
    },
  ];
  return (
    <Section title={t('forecastTitle')}>
      {opportunities.length === 0 ? (
        <SectionEmpty>{t('noForecast')}</SectionEmpty>
      ) : (
        <PlainTable label={t('forecastTitle')} rows={rows} rowKey={({ key }) => key} columns={columns} />
      )}
    </Section>
  );
}

function Late({ count }: { readonly count: number }) {
  const formats = useFormats();
  return (
    <span className={classes['late']} data-some={count > 0 || undefined}>
      {formats.number(count)}
    </span>
  );
}
