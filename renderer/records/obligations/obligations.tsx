import { Button, Group } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, SectionEmpty } from '../../ui/section';
import { useObligationCommands } from './commands';
import { ObligationForm } from './obligation-form';
import { ObligationItem } from './obligation-item';
import classes from './obligations.module.css';
import { useObligationPlan } from './use-obligation-plan';

/** OPP-7: what both sides owe in a deal, from its registration to the customer's payment: who, until when, done or not. */
export function Obligations({ opportunityId }: { readonly opportunityId: string }) {
  const { t } = useTranslation('obligations');
  const plan = useObligationPlan(opportunityId);
  const { plan: store } = useObligationCommands();
  const [adding, setAdding] = useState(false);
  if (!plan) return null;
  const { obligations, missing } = plan;
  return (
    <Section
      title={t('title')}
      count={obligations.filter(({ done }) => !done).length}
      action={
        <Group gap={2}>
          {missing.length > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconRoute size={14} aria-hidden />}
              onClick={() => void store(opportunityId, missing)}
            >
              {t('plan', { count: missing.length })}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-expanded={adding}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        </Group>
      }
    >
      {adding && <ObligationForm opportunityId={opportunityId} onClose={() => setAdding(false)} />}
      {obligations.length === 0 && !adding && <SectionEmpty>{t('none')}</SectionEmpty>}
      {obligations.length > 0 && (
        <ul className={classes['list']} aria-label={t('title')}>
          {obligations.map((obligation) => (
            <li key={obligation.id}>
              <ObligationItem obligation={obligation} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
