import {
  IconBuilding,
  IconFileDollar,
  IconGavel,
  IconShoppingCart,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Activities, type TimelineEvent } from '../../records/activities/activities';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
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

/** What is to be done and was done with this customer, and what else happened, newest first. */
export function AccountActivities({ file }: { readonly file: AccountFile }) {
  const { t } = useTranslation(['accounts', 'records']);
  const formats = useFormats();
  const events = useMemo(() => {
    const titleOf = ({ kind, name, state }: HistoryEvent): string =>
      kind === 'decided' && state
        ? t('event.decided', { name, state: t(`records:orderState.${state}`) })
        : t(`event.${kind}`, { name });
    return historyOf(file).map((event): TimelineEvent => {
      const title = titleOf(event);
      return {
        key: event.key,
        at: event.at,
        icon: icons[event.kind],
        tone: event.kind !== 'decided' ? 'neutral' : event.state === 'rejected' ? 'bad' : 'good',
        title: event.to === null ? title : <Link to={event.to}>{title}</Link>,
        when: formats.instant(event.at),
        ...(event.reason === '' ? {} : { text: event.reason }),
      };
    });
  }, [file, t, formats]);
  return <Activities about={{ type: 'account', id: file.account.id }} events={events} />;
}
