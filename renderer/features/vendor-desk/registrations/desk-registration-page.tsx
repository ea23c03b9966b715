import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { isInConflict } from '../../../records/registration-badge';
import { RegistrationHistory } from '../../../records/registration/registration-history';
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
import classes from '../vendor-desk.module.css';
import { VendorPeopleOnly } from '../vendor-people-only';
import { DecideForm } from './decide-form';
import { DeskConflict } from './desk-conflict';
import { Matches } from './desk-matches';
import { DeskProtection } from './desk-protection';
import { DeskRegistrationState } from './desk-registration-state';
import { requestDeskRegistration } from './desk-registrations-api';

/** `/vendor-desk/registrations/:requestId` */
export function DeskRegistrationPage() {
  const { requestId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OneRegistration key={requestId} requestId={requestId} />
    </VendorPeopleOnly>
  );
}

function OneRegistration({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation('vendor-desk');
  const polled = useDeskRecord(requestDeskRegistration, requestId);
  return (
    <DeskRecord title={t('tabs.registrations')} polled={polled}>
      {(file) => <ReadRegistration file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadRegistrationProps {
  readonly file: VendorRegistrationFile;
  readonly polled: Polled<VendorRegistrationFile>;
}

function ReadRegistration({ file, polled }: ReadRegistrationProps) {
  const { t } = useTranslation(['vendor-desk', 'registrations']);
  const { request, account, partnerName, personNames } = file;
  const lastAppeal = request.appeals.at(-1);
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/registrations" list={t('tabs.registrations')}>
          {account?.name ?? partnerName}
        </Crumb>
      }
      actions={<DeskRegistrationState request={request} />}
      aside={<Aside file={file} />}
    >
      <DeskNotice polled={polled} />
      <Section title={t('registrations.words')}>
        <p className={classes['words']}>{request.description}</p>
      </Section>
      {lastAppeal && request.state === 'submitted' && (
        <Section title={t('registrations.appeal')}>
          <p className={classes['words']}>{lastAppeal.text}</p>
        </Section>
      )}
      <DeskConflict file={file} refresh={polled.refresh} />
      <DeskProtection file={file} refresh={polled.refresh} />
      <Matches file={file} refresh={polled.refresh} />
      {request.state === 'submitted' && !isInConflict(request) && (
        <DecideForm file={file} refresh={polled.refresh} />
      )}
      <RegistrationHistory request={request} personName={(id) => personNames[id]} />
      <DeskConversationSection about={{ type: 'registrationRequest', id: request.id }} />
    </Page>
  );
}

function Aside({
  file: { request, account, partnerName, ownerName },
}: {
  readonly file: VendorRegistrationFile;
}) {
  const { t } = useTranslation(['vendor-desk', 'registrations', 'accounts']);
  const formats = useFormats();
  const countries = useCountryNames();
  const orNone = (text: string) => text || '\u2014';
  return (
    <>
      <FieldGroup title={t('registrations:details')}>
        <ReadOnlyRow label={t('partner')}>{partnerName}</ReadOnlyRow>
        <ReadOnlyRow label={t('approvals.owner')}>{orNone(ownerName)}</ReadOnlyRow>
        <ReadOnlyRow label={t('registrations:field.amount')}>
          {formats.amount(request.amount, request.currency)}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('registrations:field.closeOn')}>{formats.day(request.closeOn)}</ReadOnlyRow>
        <ReadOnlyRow label={t('registrations:field.families')}>
          {formats.list(request.families) || t('registrations:anyFamily')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('registrations:captured')}>{formats.instant(request.capturedAt)}</ReadOnlyRow>
        {request.receivedAt !== null && (
          <ReadOnlyRow label={t('registrations:received')}>{formats.instant(request.receivedAt)}</ReadOnlyRow>
        )}
      </FieldGroup>
      {account && (
        <FieldGroup title={t('customer')}>
          <ReadOnlyRow label={t('accounts:field.name')}>{account.name}</ReadOnlyRow>
          <ReadOnlyRow label={t('accounts:field.taxId')}>{orNone(account.taxId)}</ReadOnlyRow>
          <ReadOnlyRow label={t('registrations.address')}>
            {[
              account.street,
              `${account.postalCode} ${account.city}`.trim(),
              countries.nameOf(account.country),
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </ReadOnlyRow>
          <ReadOnlyRow label={t('accounts:field.website')}>{orNone(account.website)}</ReadOnlyRow>
        </FieldGroup>
      )}
    </>
  );
}
