import { useTranslation } from 'react-i18next';
import type { ConversationKey } from '#shared/domain/conversation/message';
import { useCustomerView } from '../../client/customer-view';
import { Section } from '../../ui/section';
import { Conversation } from './conversation';

/** The conversation as a part of a record's page; nothing while the customer is looking. */
export function ConversationSection({ about }: { readonly about: ConversationKey }) {
  const { t } = useTranslation('conversation');
  const customerView = useCustomerView(({ on }) => on);
  if (customerView) return null;
  return (
    <Section title={t('title')}>
      <Conversation about={about} />
    </Section>
  );
}
