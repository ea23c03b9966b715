import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '#shared/domain/lead/lead';
import { useRecords } from '../../../client/hooks';
import { Section } from '../../../ui/section';
import classes from '../leads.module.css';
import { ConvertDrawer } from './convert-drawer';

/** Third step: the way to a customer and a deal. The vendor's word is waited for where it asks questions, but need not be. */
export function ConvertSection({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads');
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const [opened, setOpened] = useState(false);
  const verified = lead.qualification?.state === 'verified';
  return (
    <Section title={t('convert.title')}>
      <p className={classes['text']}>{t(verified ? 'convert.text' : 'convert.early')}</p>
      <Button
        mt={4}
        variant={verified ? 'filled' : 'default'}
        leftSection={<IconTargetArrow size={15} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('convert.action')}
      </Button>
      {accounts && contacts && (
        <ConvertDrawer
          lead={lead}
          accounts={accounts}
          contacts={contacts}
          opened={opened}
          onClose={() => setOpened(false)}
        />
      )}
    </Section>
  );
}
