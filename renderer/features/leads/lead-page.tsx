import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Lead } from '#shared/domain/lead/lead';
import { useCustomerView } from '../../client/customer-view';
import { useRecord, useRecordState } from '../../client/hooks';
import { Activities } from '../../records/activities/activities';
import { LeadBadge } from '../../records/lead/lead-badge';
import { isGoneLead, leadStanding } from '../../records/lead/lead-standing';
import { useServerNow } from '../../records/lead/use-server-now';
import { useCommands, type Command } from '../../ui/commands';
import { Crumb } from '../../ui/crumb';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { ConversationSection } from '../../records/conversation/conversation-section';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import { useLeadCommands } from './commands';
import { ConvertedSection } from './conversion/converted-section';
import { ConvertSection } from './conversion/convert-section';
import { LeadFacts } from './lead-facts';
import { LeadNotice } from './lead-notice';
import { QualificationSection } from './qualification/qualification-section';
import { RefuseDialog } from './refuse-dialog';
import { useLeadEvents } from './use-lead-events';
import classes from './leads.module.css';

/** `/leads/:leadId`: one customer the vendor passed on, and what can be done with it now. */
export function LeadPage() {
  const { t } = useTranslation('leads');
  const { leadId = '' } = useParams();
  const lead = useRecord('lead', leadId);
  const customerView = useCustomerView();
  if (lead === undefined) return null;
  if (customerView.on || lead === null) {
    return (
      <Page title={t('title')}>
        {customerView.on ? (
          <HiddenFromCustomers onLeave={customerView.toggle} />
        ) : (
          <RecordMissing list="/leads" />
        )}
      </Page>
    );
  }
  return <OneLead key={leadId} lead={lead} />;
}

function OneLead({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads');
  const state = useRecordState('lead', lead.id);
  const standing = leadStanding(lead, useServerNow());
  const { accept } = useLeadCommands();
  const [refusing, setRefusing] = useState(false);
  const events = useLeadEvents(lead);
  const about = useMemo(() => ({ type: 'lead', id: lead.id }) as const, [lead.id]);
  const offered = lead.state === 'offered';
  const held = lead.state === 'accepted';

  useCommands(
    useMemo<readonly Command[]>(
      () =>
        offered
          ? [
              {
                id: 'accept-lead',
                title: t('accept'),
                group: t('title'),
                shortcut: 'A',
                icon: IconCheck,
                run: () => void accept(lead),
              },
            ]
          : [],
      [offered, lead, accept, t],
    ),
  );
  return (
    <Page
      title={
        <Crumb to="/leads" list={t('title')}>
          {lead.company.name}
        </Crumb>
      }
      actions={
        <>
          <LeadBadge lead={lead} />
          <SyncMark state={state} compact={state === 'accepted'} />
          {(offered || held) && (
            <Button variant="default" onClick={() => setRefusing(true)}>
              {t(offered ? 'decline' : 'giveBack')}
            </Button>
          )}
          {offered && (
            <Button
              disabled={standing === 'late'}
              leftSection={<IconCheck size={15} aria-hidden />}
              onClick={() => void accept(lead)}
            >
              {t('accept')}
            </Button>
          )}
        </>
      }
      aside={<LeadFacts lead={lead} />}
    >
      <LeadNotice lead={lead} standing={standing} syncState={state} />
      {!isGoneLead(lead.state) && (
        <Section title={t('field.need')}>
          <p className={classes['text']}>{lead.need || t('none')}</p>
        </Section>
      )}
      {lead.converted && <ConvertedSection converted={lead.converted} />}
      {(held || lead.qualification) && <QualificationSection lead={lead} />}
      {held && <ConvertSection lead={lead} />}
      <ConversationSection about={{ type: 'lead', id: lead.id }} />
      <Activities about={about} events={events} />
      {refusing && <RefuseDialog lead={lead} onClose={() => setRefusing(false)} />}
    </Page>
  );
}
