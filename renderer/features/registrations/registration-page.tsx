import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useCustomerView } from '../../client/customer-view';
import { useRecord, useRecordState } from '../../client/hooks';
import { ConversationSection } from '../../records/conversation/conversation-section';
import { RegistrationBadge, standingOf } from '../../records/registration-badge';
import { RegistrationHistory } from '../../records/registration/registration-history';
import { useNames } from '../../records/use-names';
import { Crumb } from '../../ui/crumb';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import { useRemembered } from '../../ui/use-remembered';
import { useRegistrationCommands } from './commands';
import { ConflictSection } from './conflict-section';
import { GiveUp } from './give-up';
import { GrantedSection } from './granted-section';
import { RefusedDecisions } from './refused-decisions';
import { RefusedSides } from './refused-sides';
import { RegistrationDrawer } from './registration-drawer';
import { RegistrationFacts } from './registration-facts';
import { asSeen, changedFields, draftOf, type RegistrationDraft } from './registration-form';
import classes from './registrations.module.css';

/** One deal the vendor was asked to protect: where it stands, what was said, and what can be done. */
export function RegistrationPage() {
  const { t } = useTranslation('registrations');
  const { requestId = '' } = useParams();
  const request = useRecord('registrationRequest', requestId);
  const customerView = useCustomerView();
  if (request === undefined) return null;
  if (customerView.on || request === null) {
    return (
      <Page title={t('title')}>
        {customerView.on ? (
          <HiddenFromCustomers onLeave={customerView.toggle} />
        ) : (
          <RecordMissing list="/registrations" />
        )}
      </Page>
    );
  }
  return <Registration key={requestId} request={request} />;
}

function Registration({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const accountName = useNames('account');
  const personName = useNames('person');
  const state = useRecordState('registrationRequest', request.id);
  const { withdraw } = useRegistrationCommands();
  const [correcting, setCorrecting] = useState(false);
  const standing = standingOf(request);
  const waiting = standing === 'provisional' || standing === 'with-vendor';
  return (
    <Page
      title={
        <Crumb to="/registrations" list={t('title')}>
          {accountName(request.accountId) ?? t('unknown')}
        </Crumb>
      }
      actions={
        <>
          <RegistrationBadge request={request} />
          <SyncMark state={state} compact={state === 'accepted'} />
          {waiting && (
            <>
              <GiveUp onGiveUp={() => void withdraw(request)} />
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {t('correct')}
              </Button>
            </>
          )}
        </>
      }
      aside={<RegistrationFacts request={request} />}
    >
      <StandingNotice request={request} />
      {request.conflict && <ConflictSection request={request} conflict={request.conflict} />}
      {request.state === 'granted' && !request.ended && <GrantedSection request={request} />}
      {request.ended && request.ended.comment !== '' && (
        <Section title={t('ended.title')}>
          <p className={classes['text']}>{request.ended.comment}</p>
        </Section>
      )}
      {standing === 'refused' ? (
        <>
          <Section title={t('sides.title')}>
            <RefusedSides request={request} />
          </Section>
          <Section title={t('decide.title')}>
            <RefusedDecisions request={request} onCorrect={() => setCorrecting(true)} />
          </Section>
        </>
      ) : (
        <Section title={t('field.description')}>
          <p className={classes['text']}>{request.description}</p>
        </Section>
      )}
      <RegistrationHistory request={request} personName={personName} />
      <ConversationSection about={{ type: 'registrationRequest', id: request.id }} />
      <Correction request={request} opened={correcting} onClose={() => setCorrecting(false)} />
    </Page>
  );
}

/** What a rep must know of where it stands before reading on. */
function StandingNotice({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const standing = standingOf(request);
  if (standing === 'granted' || standing === 'refused' || standing === 'in-conflict') return null;
  const appealed = standing === 'with-vendor' && request.appeals.length > 0;
  const key = appealed ? 'appealed' : standing;
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        tone="calm"
        title={t(`notice.${key}.title`)}
        what={t(`notice.${key}.text`, { when: formats.instant(request.capturedAt) })}
      />
    </div>
  );
}

function Correction({
  request,
  opened,
  onClose,
}: {
  readonly request: RegistrationRequest;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('registrations');
  const { correct } = useRegistrationCommands();
  const [draft, setDraft] = useRemembered<RegistrationDraft | null>(`draft:registration:${request.id}`, null);
  // What was there when the correction began: a colleague's may come down meanwhile.
  const [began, setBegan] = useRemembered<RegistrationRequest | null>(
    `began:registration:${request.id}`,
    null,
  );
  const seen = (draft && began) ?? request;
  return (
    <RegistrationDrawer
      opened={opened}
      title={t('correcting')}
      submitLabel={t('sendAgain')}
      draft={draft}
      empty={draftOf(seen, i18n.language)}
      fixed
      onDraft={(next) => {
        setBegan(next && seen);
        setDraft(next);
      }}
      onClose={onClose}
      onSubmit={async (fields) => {
        const { accountId: _, ...changes } = changedFields(seen, fields);
        const { accountId: _same, ...base } = asSeen(seen, changes);
        const sent = await correct(request, changes, base);
        if (sent) onClose();
        return sent;
      }}
    />
  );
}
