import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { useAttention } from '../../client/hooks';
import { DecisionTable } from '../../records/decisions/decision-table';
import { useDecisionRows } from '../../records/decisions/use-decision-rows';
import { useOpenDecisions } from '../../records/decisions/use-open-decisions';
import { useWorkText } from '../../records/use-work-text';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { AttentionItem } from './attention-item';
import classes from './attention.module.css';
import { settledPath } from './record-path';
import { useDiscard } from './use-discard';

const groups = ['order', 'quote', 'registration', 'conflict'] as const;

/** SY-4: everything that waits for the person's decision, by kind. It waits here, whole, until they decide. */
export function AttentionScreen() {
  const { t } = useTranslation('attention');
  const attention = useAttention();
  const decisions = useOpenDecisions();
  const rows = useDecisionRows(decisions);
  const customerView = useCustomerView();
  const { leaving, discard } = useDiscard();
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (!attention || !decisions) return <Page title={t('title')}>{null}</Page>;
  const waitingWith = (id: string) =>
    attention.filter(({ open, parkedWith }) => open === 1 && parkedWith === id);
  const others = decisions.others.filter(({ id }) => !leaving.has(id));
  const resolved = attention.filter((row) => row.open === 0);
  const nothing = others.length === 0 && rows.every(({ kind }) => kind === 'other');
  return (
    <Page title={t('title')}>
      {nothing && <EmptyState icon={IconCircleCheck} title={t('empty.title')} text={t('empty.text')} />}
      {groups.map((group) => {
        const ofGroup = rows.filter(({ kind }) => kind === group);
        if (ofGroup.length === 0) return null;
        return (
          <Section key={group} title={t(`group.${group}`)} count={ofGroup.length}>
            <DecisionTable label={t(`group.${group}`)} rows={ofGroup} />
          </Section>
        );
      })}
      {others.length > 0 && (
        <Section title={t('group.other')} count={others.length}>
          <ul className={classes['list']}>
            {others.map((row) => (
              <AttentionItem key={row.id} item={row} parked={waitingWith(row.id)} onDiscard={discard} />
            ))}
          </ul>
        </Section>
      )}
      {resolved.length > 0 && <Resolved rows={resolved} />}
    </Page>
  );
}

function Resolved({ rows }: { readonly rows: NonNullable<ReturnType<typeof useAttention>> }) {
  const { t } = useTranslation('attention');
  const formats = useFormats();
  const textOf = useWorkText();
  return (
    <Section title={t('resolved.title')} count={rows.length}>
      <PlainTable
        label={t('resolved.title')}
        rows={rows.slice(0, 50)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: t('resolved.what'),
            render: (row) => {
              const to = settledPath(row);
              return to === null ? textOf(row) : <Link to={to}>{textOf(row)}</Link>;
            },
          },
          {
            key: 'how',
            title: t('resolved.how'),
            width: '200px',
            render: ({ resolution }) => resolution && t(`resolved.${resolution.how}`),
          },
          {
            key: 'when',
            title: t('resolved.when'),
            width: '200px',
            render: ({ resolution }) => resolution && formats.instant(resolution.at),
          },
        ]}
      />
    </Section>
  );
}
