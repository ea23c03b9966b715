import { useTranslation } from 'react-i18next';
import { version } from '../../../package.json';
import { useClient } from '../../client/client-context';
import { Section } from '../../ui/section';
import { Setting } from './setting';

export function AboutSection() {
  const { t } = useTranslation('settings');
  const { session, platform } = useClient();
  return (
    <Section title={t('about.title')}>
      <Setting label={t('about.signedInAs')}>
        <span>{t('about.person', { name: session.name, partner: session.partnerName })}</span>
      </Setting>
      <Setting label={t('about.version')}>
        <span className="tabular">
          {t('about.versionText', { version, host: t(`about.host.${platform.kind}`) })}
        </span>
      </Setting>
    </Section>
  );
}
