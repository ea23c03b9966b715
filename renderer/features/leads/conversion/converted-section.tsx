import { Button } from '@mantine/core';
import { IconBuilding, IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Lead } from '#shared/domain/lead/lead';
import { useRecord } from '../../../client/hooks';
import { useFormats } from '../../../ui/formats';
import { Section } from '../../../ui/section';
import classes from '../leads.module.css';

/** What the lead became, with the ways there. */
export function ConvertedSection({ converted }: { readonly converted: NonNullable<Lead['converted']> }) {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  const account = useRecord('account', converted.accountId);
  const opportunity = useRecord('opportunity', converted.opportunityId);
  return (
    <Section title={t('converted.title')}>
      <p className={classes['quiet']}>{t('converted.at', { when: formats.instant(converted.at) })}</p>
      <div className={classes['links']}>
        {opportunity && (
          <Button
            component={Link}
            to={`/opportunities/${opportunity.id}`}
            leftSection={<IconTargetArrow size={15} aria-hidden />}
          >
            {opportunity.name}
          </Button>
        )}
        {account && (
          <Button
            component={Link}
            to={`/accounts/${account.id}`}
            variant="default"
            leftSection={<IconBuilding size={15} aria-hidden />}
          >
            {account.name}
          </Button>
        )}
      </div>
    </Section>
  );
}
