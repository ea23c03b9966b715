import { useTranslation } from 'react-i18next';

/** What happened, in words; a type that a later server brings is shown as it is called. */
export function useEventName(): (type: string) => string {
  const { t } = useTranslation('vendor-admin');
  return (type) => t(`event.${type}` as 'event.order.placed', { defaultValue: type });
}
