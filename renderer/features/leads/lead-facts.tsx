import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '#shared/domain/lead/lead';
import { isGoneLead } from '../../records/lead/lead-standing';
import { useNames } from '../../records/use-names';
import { useFamilyNames } from '../../records/use-families';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import { useCountryNames } from '../../ui/use-country-names';
import { webAddress } from './web-address';

/** Who the customer is and how to reach them, and where the lead came from. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation(['leads', 'records']);
  const formats = useFormats();
  const countries = useCountryNames();
  const personName = useNames('person');
  const familyName = useFamilyNames();
  const { company, contact, families, estimate, ownerId } = lead;
  const orNone = (text: string) => text || t('none');
  const website = webAddress(company.website);
  const gone = isGoneLead(lead.state);
  return (
    <>
      {!gone && (
        <FieldGroup title={t('company')}>
          <ReadOnlyRow label={t('field.name')}>{company.name}</ReadOnlyRow>
          <ReadOnlyRow label={t('field.address')}>
            {[
              company.street,
              `${company.postalCode} ${company.city}`.trim(),
              countries.nameOf(company.country),
            ]
              .filter(Boolean)
              .join(', ')}
          </ReadOnlyRow>
          <ReadOnlyRow label={t('field.taxId')}>{orNone(company.taxId)}</ReadOnlyRow>
          <ReadOnlyRow label={t('field.website')}>
            {website === null ? (
              orNone(company.website)
            ) : (
              <Anchor href={website} target="_blank" rel="noreferrer noopener">
                {company.website}
              </Anchor>
            )}
          </ReadOnlyRow>
          <ReadOnlyRow label={t('field.segment')}>{t(`records:segment.${company.segment}`)}</ReadOnlyRow>
        </FieldGroup>
      )}
      {!gone && (
        <FieldGroup title={t('contact')}>
          <ReadOnlyRow label={t('field.person')}>{orNone(contact.name)}</ReadOnlyRow>
          <ReadOnlyRow label={t('field.jobTitle')}>{orNone(contact.jobTitle)}</ReadOnlyRow>
          <ReadOnlyRow label={t('field.email')}>
            {contact.email === '' ? (
              t('none')
            ) : (
              <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
            )}
          </ReadOnlyRow>
          <ReadOnlyRow label={t('field.phone')}>
            {contact.phone === '' ? (
              t('none')
            ) : (
              <Anchor href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</Anchor>
            )}
          </ReadOnlyRow>
        </FieldGroup>
      )}
      <FieldGroup title={t('lead')}>
        <ReadOnlyRow label={t('field.number')}>{lead.number}</ReadOnlyRow>
        <ReadOnlyRow label={t('field.source')}>{orNone(lead.source)}</ReadOnlyRow>
        <ReadOnlyRow label={t('field.families')}>
          {families.length === 0 ? t('anyFamily') : formats.list(families.map(familyName))}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('field.estimate')}>
          {estimate ? formats.amount(estimate.amount, estimate.currency) : t('none')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('offered')}>{formats.instant(lead.offeredAt)}</ReadOnlyRow>
        <ReadOnlyRow label={t('deadline.by')}>{formats.instant(lead.acceptBy)}</ReadOnlyRow>
        <ReadOnlyRow label={t('owner')}>
          {ownerId === null ? t('nobody') : (personName(ownerId) ?? t('somebody'))}
        </ReadOnlyRow>
      </FieldGroup>
    </>
  );
}
