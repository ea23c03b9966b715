import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Contact } from '#shared/domain/deal/account';
import { useRecordStates } from '../../client/hooks';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import { useUndo } from '../../ui/use-undo';
import { changedIn } from './account-form';
import { useAccountCommands } from './commands';
import { ContactDrawer } from './contact-drawer';

interface AccountContactsProps {
  readonly account: Account;
  readonly contacts: readonly Contact[];
}

type Open = { readonly contact: Contact | null; readonly shown: boolean };

/** The people at the customer. */
export function AccountContacts({ account, contacts }: AccountContactsProps) {
  const { t } = useTranslation(['accounts', 'records']);
  const states = useRecordStates('contact');
  const { createContact, editContact } = useAccountCommands();
  const undoable = useUndo();
  const [open, setOpen] = useState<Open>({ contact: null, shown: false });

  return (
    <Section
      title={t('contacts')}
      count={contacts.length}
      action={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen({ contact: null, shown: true })}
        >
          {t('addContact')}
        </Button>
      }
    >
      {contacts.length === 0 ? (
        <SectionEmpty>{t('noContacts')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('contacts')}
          rows={contacts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('contact.name'), render: ({ name }) => <span title={name}>{name}</span> },
            { key: 'jobTitle', title: t('contact.jobTitle'), render: ({ jobTitle }) => jobTitle },
            {
              key: 'email',
              title: t('contact.email'),
              render: ({ email }) => email && <a href={`mailto:${email}`}>{email}</a>,
            },
            {
              key: 'phone',
              title: t('contact.phone'),
              width: '164px',
              render: ({ phone }) => phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>,
            },
            {
              key: 'sync',
              title: t('records:actions'),
              hideTitle: true,
              width: '68px',
              align: 'right',
              render: (contact) => (
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <SyncMark compact state={states.get(contact.id) ?? 'accepted'} />
                  <ActionIcon
                    aria-label={t('editContact', { name: contact.name })}
                    onClick={() => setOpen({ contact, shown: true })}
                  >
                    <IconPencil size={15} stroke={1.8} aria-hidden />
                  </ActionIcon>
                </Group>
              ),
            },
          ]}
        />
      )}
      <ContactDrawer
        key={open.contact?.id ?? 'new'}
        accountId={account.id}
        contact={open.contact}
        opened={open.shown}
        onClose={() => setOpen((before) => ({ ...before, shown: false }))}
        onSave={async (fields, before) => {
          const { contact } = open;
          if (!contact) return (await createContact(account.id, fields)) !== null;
          const seen = { ...contact, ...before };
          const changes = changedIn(fields, before);
          if (Object.keys(changes).length === 0) return true;
          return undoable(editContact(seen, changes), {
            text: t('contactSaved', { name: fields.name }),
            undo: () => editContact({ ...seen, ...changes }, changedIn(before, fields)),
          });
        }}
      />
    </Section>
  );
}
