import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '#shared/domain/partner/country-codes';
import type { LeadRouting } from '#shared/domain/rules/rule-set';
import { Section } from '../../../ui/section';
import { useCountryNames } from '../../../ui/use-country-names';
import classes from './rules.module.css';

interface RegionsSectionProps {
  readonly content: LeadRouting;
  readonly onChange: (content: LeadRouting) => void;
}

/** The vendor's regions by their countries: rules and partners are matched by them. */
export function RegionsSection({ content, onChange }: RegionsSectionProps) {
  const { t } = useTranslation('vendor-rules');
  const countries = useCountryNames();
  const { regions } = content;
  type Region = LeadRouting['regions'][number];
  const put = (next: readonly Region[]) => onChange({ ...content, regions: next });
  const change = (at: number, changes: Partial<Region>) =>
    put(regions.map((region, place) => (place === at ? { ...region, ...changes } : region)));
  return (
    <Section
      title={t('regions')}
      count={regions.length}
      action={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => put([...regions, { name: t('newRegion'), countries: [] }])}
        >
          {t('addRegion')}
        </Button>
      }
    >
      <div className={classes['group']}>
        {regions.map(({ name, countries: chosen }, at) => (
          // A region has no name of its own until it is written: its place is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes['fact']}>
            <TextInput
              w={180}
              size="xs"
              aria-label={t('regionName')}
              maxLength={40}
              value={name}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <MultiSelect
              className={classes['values'] ?? ''}
              size="xs"
              aria-label={t('countriesOf', { region: name })}
              searchable
              hidePickedOptions
              value={[...chosen]}
              data={[...countries.choicesOf(countryCodes)]}
              onChange={(codes) => change(at, { countries: codes })}
            />
            <ActionIcon
              variant="subtle"
              aria-label={t('remove', { name })}
              onClick={() => put(regions.filter((_, place) => place !== at))}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
    </Section>
  );
}
