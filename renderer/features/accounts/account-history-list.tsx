import {
  IconBuilding,
  IconFileDollar,
  IconGavel,
  IconShoppingCart,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { Section } from '../../ui/section';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { historyOf, type HistoryEvent } from './account-history';
import type { AccountFile } from './queries';

const icons: Readonly<Record<HistoryEvent['kind'], IconComponent>> = {
  account: IconBuilding,
  contact: IconUser,
  opportunity: IconTargetArrow,
  quote: IconFileDollar,
  order: IconShoppingCart,
  decided: IconGavel,
};

/** What happened with this customer, newest first. */
export function AccountHistoryList({ file }: { readonly file: AccountFile }) {
  const { t } = useTranslation(['accounts', 'records']);
  const formats = useFormats();
  const titleOf = ({ kind, name, state }: HistoryEvent): string =>
    kind === 'decided' && state
      ? t('event.decided', { name, state: t(`records:orderState.${state}`) })
      : t(`event.${kind}`, { name });
  const items = historyOf(file).map((event): TimelineItem => {
    const title = titleOf(event);
    return {
      key: event.key,
      icon: icons[event.kind],
      tone: event.kind !== 'decided' ? 'neutral' : event.state === 'rejected' ? 'bad' : 'good',
      title: event.to === null ? title : <Link to={event.to}>{title}</Link>,
      when: formats.instant(event.at),
      ...(event.reason === '' ? {} : { text: event.reason }),
    };
  });
  return (
    <Section title={t('timeline')}>
      <Timeline label={t('timeline')} items={items} />
    </Section>
  );
}
