import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Where short news appears, as a landmark of its own. Inside the router: news may hold links. */
export function Notices() {
  const { t } = useTranslation('app');
  return (
    <section aria-label={t('notices')}>
      <Notifications withinPortal={false} position="bottom-center" limit={4} containerWidth={380} />
    </section>
  );
}
