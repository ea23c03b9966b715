import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/catalog/localized';
import { useFormats } from '../../ui/formats';
import { Page } from '../../ui/page';
import { usePreferences, type Density } from '../../ui/preferences';
import { Section } from '../../ui/section';
import { AboutSection } from './about-section';
import { DeviceSection } from './device-section';
import { DevicesSection } from './devices-section';
import { Setting } from './setting';
import classes from './settings.module.css';

const schemes = ['light', 'dark', 'auto'] as const;
const densities: readonly Density[] = ['compact', 'comfortable'];

/** How this device looks and speaks, and what is on it. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('title')}>
      <div className={classes['sections']}>
        <LookSection />
        <DeviceSection />
        <DevicesSection />
        <AboutSection />
      </div>
    </Page>
  );
}

function LookSection() {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const formats = useFormats();
  const { density, setDensity, setLanguage } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('look.title')}>
      <Setting label={t('look.language')} hint={t('look.languageHint')}>
        <Select
          aria-label={t('look.language')}
          data={languages.map((language) => ({ value: language, label: t(`common:language.${language}`) }))}
          value={i18n.language}
          onChange={(language) => language && setLanguage(language)}
        />
      </Setting>
      <Setting label={t('look.theme')}>
        <SegmentedControl
          size="xs"
          aria-label={t('look.theme')}
          data={schemes.map((scheme) => ({ value: scheme, label: t(`common:theme.${scheme}`) }))}
          value={colorScheme}
          onChange={(value) => {
            const scheme = schemes.find((each) => each === value);
            if (scheme) setColorScheme(scheme);
          }}
        />
      </Setting>
      <Setting label={t('look.density')} hint={t('look.densityHint')}>
        <SegmentedControl
          size="xs"
          aria-label={t('look.density')}
          data={densities.map((each) => ({ value: each, label: t(`look.${each}`) }))}
          value={density}
          onChange={(value) => setDensity(value)}
        />
      </Setting>
      <Setting label={t('look.formats')} hint={t('look.formatsHint')}>
        <span className="tabular">
          {t('look.sample', {
            amount: formats.amount('-12345.6', 'EUR'),
            percent: formats.percent('7.5'),
            day: formats.day('2026-11-21'),
          })}
        </span>
      </Setting>
    </Section>
  );
}
