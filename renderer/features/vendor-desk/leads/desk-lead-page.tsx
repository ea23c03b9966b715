import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { VendorLeadFile } from '#shared/protocol/vendor-lead';
import { Crumb } from '../../../ui/crumb';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { useCountryNames } from '../../../ui/use-country-names';
import { DeskConversationSection } from '../conversations/desk-conversation';
import { DeskNotice, DeskRecord } from '../desk-record';
import type { Polled } from '../queries';
import { useDeskRecord } from '../use-desk-record';
import { VendorPeopleOnly } from '../vendor-people-only';
import { DeskLeadState } from './desk-lead-state';
import { requestDeskLead } from './desk-leads-api';
import classes from './desk-leads.module.css';
import { JudgeSection } from './judge-section';
import { LeadDecisions } from './lead-decisions';
import { OffersSection } from './offers-section';
import { RoutingSection } from './routing-section';

/** `/vendor-desk/leads/:leadId` */
export function DeskLeadPage() {
  const { leadId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OneLead key={leadId} leadId={leadId} />
    </VendorPeopleOnly>
  );
}

function OneLead({ leadId }: { readonly leadId: string }) {
  const { t } = useTranslation('vendor-leads');
  const polled = useDeskRecord(requestDeskLead, leadId);
  return (
    <DeskRecord title={t('title')} polled={polled}>
      {(lead) => <ReadLead lead={lead} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadLeadProps {
  readonly lead: VendorLeadFile;
  readonly polled: Polled<VendorLeadFile>;
}

function ReadLead({ lead, polled }: ReadLeadProps) {
  const { t } = useTranslation('vendor-leads');
  const { waiting } = lead;
  // One talks to whoever had it last.
  const held = lead.offers[0];
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/leads" list={t('title')}>
          {lead.company.name}
        </Crumb>
      }
      actions={<DeskLeadState lead={lead} />}
      aside={<Aside lead={lead} />}
    >
      <DeskNotice polled={polled} />
      <Section title={t('need')}>
        <p className={classes['text']}>{lead.need || '\u2014'}</p>
      </Section>
      {waiting && (
        <Section title={t('waits')}>
          <p className={classes['text']}>
            {t(`waiting.${waiting.reason}`)}
            {waiting.comment !== '' && ` \u00b7 ${waiting.comment}`}
          </p>
        </Section>
      )}
      {lead.qualification && <JudgeSection lead={lead} refresh={polled.refresh} />}
      {lead.state !== 'converted' && lead.state !== 'closed' && (
        <LeadDecisions lead={lead} refresh={polled.refresh} />
      )}
      <OffersSection offers={lead.offers} />
      {lead.routing && <RoutingSection routing={lead.routing} />}
      {held && <DeskConversationSection key={held.id} about={{ type: 'lead', id: held.id }} />}
    </Page>
  );
}

function Aside({ lead }: { readonly lead: VendorLeadFile }) {
  const { t } = useTranslation(['vendor-leads', 'leads', 'records']);
  const formats = useFormats();
  const countries = useCountryNames();
  const { company, contact } = lead;
  const orNone = (text: string) => text || '\u2014';
  return (
    <>
      <FieldGroup title={t('leads:company')}>
        <ReadOnlyRow label={t('leads:field.name')}>{company.name}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.address')}>
          {[company.street, `${company.postalCode} ${company.city}`.trim(), countries.nameOf(company.country)]
            .filter(Boolean)
            .join(', ')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.taxId')}>{orNone(company.taxId)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.website')}>{orNone(company.website)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.segment')}>{t(`records:segment.${company.segment}`)}</ReadOnlyRow>
      </FieldGroup>
      <FieldGroup title={t('leads:contact')}>
        <ReadOnlyRow label={t('leads:field.name')}>{orNone(contact.name)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.jobTitle')}>{orNone(contact.jobTitle)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.email')}>{orNone(contact.email)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.phone')}>{orNone(contact.phone)}</ReadOnlyRow>
      </FieldGroup>
      <FieldGroup title={t('leads:lead')}>
        <ReadOnlyRow label={t('leads:field.number')}>{lead.number}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.source')}>{orNone(lead.source)}</ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.families')}>
          {formats.list(lead.families) || t('leads:anyFamily')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('leads:field.estimate')}>
          {lead.estimate ? formats.amount(lead.estimate.amount, lead.estimate.currency) : '\u2014'}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('createdBy')}>{orNone(lead.createdBy)}</ReadOnlyRow>
        <ReadOnlyRow label={t('created')}>{formats.instant(lead.createdAt)}</ReadOnlyRow>
      </FieldGroup>
    </>
  );
}
