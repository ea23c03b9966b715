import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCustomerView } from '../../client/customer-view';
import { useAttention } from '../../client/hooks';
import { useWorkText } from '../../records/use-work-text';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { AttentionItem } from './attention-item';
import classes from './attention.module.css';
import { useDiscard } from './use-discard';

/** SY-4: everything the vendor refused. It waits here, whole, until the person decides. */
export function AttentionScreen() {
  const { t } = useTranslation('attention');
  const rows = useAttention();
  const customerView = useCustomerView();
  const { leaving, discard } = useDiscard();
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (!rows) return <Page title={t('title')}>{null}</Page>;
  const open = rows.filter((row) => row.open === 1 && !leaving.has(row.id));
  const waitingWith = (id: string) => open.filter(({ parkedWith }) => parkedWith === id);
  const first = open.filter(({ parkedWith }) => !open.some(({ id }) => id === parkedWith));
  const resolved = rows.filter((row) => row.open === 0);
  return (
    <Page title={t('title')}>
      {first.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <ul className={classes['list']}>
          {first.map((row) => (
            <AttentionItem key={row.id} item={row} parked={waitingWith(row.id)} onDiscard={discard} />
          ))}
        </ul>
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
          { key: 'what', title: t('resolved.what'), render: textOf },
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
