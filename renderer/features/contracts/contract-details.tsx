import { Anchor } from '@mantine/core';
import { IconCalendarEvent, IconCalendarX, IconFileDollar, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToday } from '../../records/use-today';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { yearlyValue } from './contract-state';
import type { ContractFile } from './queries';

/** From when to when it runs, what it came from and what follows. */
export function ContractDetails({ file }: { readonly file: ContractFile }) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const { contract, account, order } = file;
  return (
    <>
      <FieldGroup title={t('timeline')}>
        <ContractTimeline file={file} />
      </FieldGroup>
      <FieldGroup title={t('details')}>
        <ReadOnlyRow label={t('customer')}>
          {account ? (
            <Anchor component={Link} to={`/accounts/${account.id}`}>
              {account.name}
            </Anchor>
          ) : (
            t('unknownAccount')
          )}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('perYear')}>
          {formats.amount(yearlyValue(contract), contract.currency)}
        </ReadOnlyRow>
        {order && (
          <ReadOnlyRow label={t('order')}>
            <Anchor component={Link} to={`/orders/${order.id}`}>
              {order.vendorOrderNumber ?? order.quoteNumber}
            </Anchor>
          </ReadOnlyRow>
        )}
      </FieldGroup>
    </>
  );
}

function ContractTimeline({ file: { contract, quotes, renewedBy } }: { readonly file: ContractFile }) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const today = useToday();
  const made = quotes.find(({ id }) => id === contract.renewalQuoteId);
  const isOver = contract.endsOn < today;
  const items: TimelineItem[] = [
    {
      key: 'started',
      icon: IconCalendarEvent,
      tone: 'good',
      title: t('step.started'),
      when: formats.day(contract.startsOn),
      ahead: contract.startsOn > today,
    },
    ...(made
      ? [
          {
            key: 'made',
            icon: IconFileDollar,
            tone: 'info' as const,
            title: (
              <Anchor component={Link} to={`/quotes/${made.id}`}>
                {t('step.offered', { number: made.number })}
              </Anchor>
            ),
            when: formats.instant(made.createdAt),
          },
        ]
      : []),
    {
      key: 'ends',
      icon: IconCalendarX,
      tone: isOver ? 'neutral' : 'warn',
      title: t(isOver ? 'step.ended' : 'step.ends'),
      when: formats.day(contract.endsOn),
      ahead: !isOver,
    },
    ...(renewedBy
      ? [
          {
            key: 'renewed',
            icon: IconRefresh,
            tone: 'good' as const,
            title: (
              <Anchor component={Link} to={`/contracts/${renewedBy.id}`}>
                {t('step.renewed', { number: renewedBy.number })}
              </Anchor>
            ),
            when: formats.day(renewedBy.startsOn),
          },
        ]
      : []),
  ];
  return <Timeline label={t('timeline')} items={items} />;
}
