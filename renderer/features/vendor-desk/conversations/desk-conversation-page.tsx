import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { conversationKeySchema, type ConversationKey } from '#shared/domain/conversation/message';
import { conversationKeyText } from '../../../records/conversation/unread';
import { Crumb } from '../../../ui/crumb';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { DeskRecord } from '../desk-record';
import { VendorPeopleOnly } from '../vendor-people-only';
import { DeskConversation, useDeskConversation } from './desk-conversation';
import classes from './desk-conversations.module.css';

/** `/vendor-desk/conversations/{type}/{id}` */
export function DeskConversationPage() {
  const { t } = useTranslation('conversation');
  const about = conversationKeySchema.safeParse(useParams());
  return (
    <VendorPeopleOnly>
      {about.success ? (
        <OneConversation key={conversationKeyText(about.data)} about={about.data} />
      ) : (
        <Page title={t('desk.title')}>
          <RecordMissing list="/vendor-desk/conversations" />
        </Page>
      )}
    </VendorPeopleOnly>
  );
}

function OneConversation({ about }: { readonly about: ConversationKey }) {
  const { t } = useTranslation('conversation');
  const polled = useDeskConversation(about);
  return (
    <DeskRecord title={t('desk.title')} polled={polled}>
      {({ partnerName, subject, number }) => (
        <Page
          title={
            <Crumb to="/vendor-desk/conversations" list={t('desk.title')}>
              {subject || number || partnerName}
            </Crumb>
          }
          aside={
            <FieldGroup title={t('desk.about')}>
              <ReadOnlyRow label={t('desk.partner')}>{partnerName}</ReadOnlyRow>
              <ReadOnlyRow label={t('desk.what')}>
                <Subject about={about} number={number} />
              </ReadOnlyRow>
              {subject !== '' && <ReadOnlyRow label={t('desk.customer')}>{subject}</ReadOnlyRow>}
            </FieldGroup>
          }
        >
          <div className={classes['page']}>
            <DeskConversation about={about} polled={polled} />
          </div>
        </Page>
      )}
    </DeskRecord>
  );
}

/** A registration is decided on at the desk too; the rest is the partner's own, or has another id there. */
function Subject({
  about: { type, id },
  number,
}: {
  readonly about: ConversationKey;
  readonly number: string;
}) {
  const { t } = useTranslation('conversation');
  const words = [t(`desk.type.${type}`), number].filter((part) => part !== '').join(' ');
  return type === 'registrationRequest' ? (
    <Link to={`/vendor-desk/registrations/${encodeURIComponent(id)}`}>{words}</Link>
  ) : (
    words
  );
}
