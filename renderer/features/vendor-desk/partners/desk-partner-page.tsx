import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { stages } from '#shared/domain/deal/opportunity';
import type { VendorPartner } from '#shared/protocol/vendor-partners';
import { Crumb } from '../../../ui/crumb';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { Page } from '../../../ui/page';
import { PlainTable } from '../../../ui/plain-table';
import { Section, SectionEmpty } from '../../../ui/section';
import { useCountryNames } from '../../../ui/use-country-names';
import { DeskNotice, DeskRecord } from '../desk-record';
import type { Polled } from '../queries';
import { useDeskRecord } from '../use-desk-record';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestPartner } from './desk-partners-api';

/** `/vendor-desk/partners/:partnerId` */
export function DeskPartnerPage() {
  const { partnerId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OnePartner key={partnerId} partnerId={partnerId} />
    </VendorPeopleOnly>
  );
}

function OnePartner({ partnerId }: { readonly partnerId: string }) {
  const { t } = useTranslation('vendor-admin');
  const polled = useDeskRecord(requestPartner, partnerId);
  return (
    <DeskRecord title={t('partners.title')} polled={polled}>
      {(file) => <ReadPartner file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadPartnerProps {
  readonly file: VendorPartner;
  readonly polled: Polled<VendorPartner>;
}

function ReadPartner({ file, polled }: ReadPartnerProps) {
  const { t } = useTranslation('vendor-admin');
  const { partner, people } = file;
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/partners" list={t('partners.title')}>
          {partner.name}
        </Crumb>
      }
      aside={<Facts file={file} />}
    >
      <DeskNotice polled={polled} />
      <Work file={file} />
      <Section title={t('partners.people')} count={people.length}>
        <PlainTable
          label={t('partners.people')}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('partners.name'), render: ({ name }) => name },
            {
              key: 'role',
              title: t('partners.roleTitle'),
              width: '140px',
              render: ({ role }) => t(`partners.role.${role}`),
            },
            { key: 'email', title: t('partners.email'), render: ({ email }) => email },
            {
              key: 'phone',
              title: t('partners.phone'),
              width: '150px',
              render: ({ phone }) => phone || '\u2014',
            },
          ]}
        />
      </Section>
      <Agreements file={file} />
    </Page>
  );
}

/** What there is of everything, with the way to it. */
function Work({ file: { partner, counts } }: { readonly file: VendorPartner }) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const nameOf = useStateName();
  const audit = `/vendor-desk/audit?partnerId=${encodeURIComponent(partner.id)}`;
  const rows = [
    { key: 'leads', to: '/vendor-desk/leads', states: counts.leads },
    { key: 'registrations', to: '/vendor-desk/registrations', states: counts.registrations },
    { key: 'bids', to: '/vendor-desk/special-bids', states: counts.bids },
    { key: 'approvals', to: '/vendor-desk/approvals', states: counts.approvals },
    { key: 'orders', to: '/vendor-desk', states: counts.orders },
    { key: 'opportunities', to: null, states: counts.opportunities },
    { key: 'contracts', to: null, states: [{ state: '', count: counts.contracts }] },
  ] as const;
  return (
    <Section title={t('partners.work')} action={<Link to={audit}>{t('partners.audit')}</Link>}>
      <PlainTable
        label={t('partners.work')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            title: t('partners.what'),
            width: '220px',
            render: ({ key, to }) =>
              to === null ? t(`partners.types.${key}`) : <Link to={to}>{t(`partners.types.${key}`)}</Link>,
          },
          {
            key: 'states',
            title: t('partners.states'),
            render: ({ states }) =>
              states
                .filter(({ state, count }) => state !== '' && count > 0)
                .toSorted((a, b) => placeOf(a.state) - placeOf(b.state))
                .map(({ state, count }) => `${nameOf(state)}: ${formats.number(count)}`)
                .join(' · ') || '\u2014',
          },
          {
            key: 'count',
            title: t('partners.total'),
            width: '100px',
            align: 'right',
            render: ({ states }) => formats.number(states.reduce((sum, { count }) => sum + count, 0)),
          },
        ]}
      />
    </Section>
  );
}

/** Deals in the order of the sales path; everything else as it came. */
const placeOf = (state: string): number => stages.findIndex((stage) => stage === state);

/** A state that this release has no word for is shown as it is called. */
function useStateName(): (state: string) => string {
  const { t } = useTranslation(['vendor-admin', 'records']);
  return (state) => {
    const stage = stages.find((each) => each === state);
    return stage
      ? t(`records:stage.${stage}`)
      : t(`state.${state}` as 'state.granted', { defaultValue: state });
  };
}

function Agreements({ file: { agreements } }: { readonly file: VendorPartner }) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  return (
    <Section title={t('partners.agreements')} count={agreements.length}>
      {agreements.length === 0 ? (
        <SectionEmpty>{t('partners.noAgreements')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('partners.agreements')}
          rows={agreements}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('partners.name'), render: ({ name }) => name },
            {
              key: 'discounts',
              title: t('partners.discounts'),
              render: ({ discounts }) =>
                discounts
                  .map(
                    ({ family, sku, percent }) =>
                      `${sku ?? family ?? t('partners.everything')}: ${formats.percent(percent)}`,
                  )
                  .join(' · '),
            },
            {
              key: 'from',
              title: t('partners.validFrom'),
              width: '130px',
              align: 'right',
              render: ({ validFrom }) => formats.day(validFrom),
            },
            {
              key: 'until',
              title: t('partners.validUntil'),
              width: '130px',
              align: 'right',
              render: ({ validUntil }) => (validUntil === null ? '\u2014' : formats.day(validUntil)),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Facts({ file: { partner, priceBooks } }: { readonly file: VendorPartner }) {
  const { t } = useTranslation('vendor-admin');
  const { nameOf: countryName } = useCountryNames();
  const { certifications, vendorContacts } = partner;
  return (
    <>
      <FieldGroup title={t('partners.facts')}>
        <ReadOnlyRow label={t('partners.kindTitle')}>{t(`partners.kind.${partner.kind}`)}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.tierTitle')}>{t(`partners.tier.${partner.tier}`)}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.country')}>{countryName(partner.country)}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.region')}>{partner.region}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.currency')}>{partner.currency}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.timeZone')}>{partner.timeZone}</ReadOnlyRow>
        <ReadOnlyRow label={t('partners.certifications')}>
          {certifications.length === 0 ? '\u2014' : certifications.join(', ')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('partners.contacts')}>
          {vendorContacts.map(({ name }) => name).join(', ') || '\u2014'}
        </ReadOnlyRow>
      </FieldGroup>
      <FieldGroup title={t('partners.books')}>
        {priceBooks.map(({ bookId, name, version, currency }) => (
          <ReadOnlyRow key={bookId} label={name}>
            {t('partners.bookVersion', { version, currency })}
          </ReadOnlyRow>
        ))}
      </FieldGroup>
    </>
  );
}
