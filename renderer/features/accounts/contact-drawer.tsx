import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, contactFieldsSchema } from '#shared/domain/deal/account';
import type { FieldProblems } from '#shared/lib/field-problems';
import { useProblemText } from '../../records/use-problem-text';
import { FormDrawer } from '../../ui/form-drawer';
import { useRemembered } from '../../ui/use-remembered';
import { emptyContact, readContact, type ContactDraft, type ContactField } from './account-form';
import type { z } from 'zod';

interface ContactDrawerProps {
  readonly accountId: string;
  /** null: a new one. */
  readonly contact: Contact | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** `seen`: what stood in the form when the person began to type. Resolves to false when it could not be stored. */
  readonly onSave: (fields: z.infer<typeof contactFieldsSchema>, seen: ContactDraft) => Promise<boolean>;
}

/** One person at the customer, new or known. What was typed is kept until it is saved or thrown away on purpose. */
export function ContactDrawer({ accountId, contact, opened, onClose, onSave }: ContactDrawerProps) {
  const { t } = useTranslation('accounts');
  const problemText = useProblemText();
  const key = contact ? `draft:contact:${contact.id}` : `draft:new-contact:${accountId}`;
  const [draft, setDraft] = useRemembered<ContactDraft | null>(key, null);
  const [madeOn, setMadeOn] = useRemembered<ContactDraft | null>(`${key}:basis`, null);
  const [keptFromBefore, setKeptFromBefore] = useState(draft !== null);
  const [problems, setProblems] = useState<FieldProblems<ContactField>>({});
  const known: ContactDraft = contact
    ? { name: contact.name, jobTitle: contact.jobTitle, email: contact.email, phone: contact.phone }
    : emptyContact;
  const form = draft ?? known;

  const startOver = () => {
    setDraft(null);
    setMadeOn(null);
    setProblems({});
    setKeptFromBefore(false);
  };
  const close = () => {
    setKeptFromBefore(draft !== null);
    onClose();
  };
  const submit = async (): Promise<void> => {
    const read = readContact(form);
    if (!read.ok) return setProblems(read.error);
    if (!(await onSave(read.value, madeOn ?? known))) return;
    startOver();
    onClose();
  };
  const field = (name: ContactField) => ({
    label: t(`contact.${name}`),
    value: form[name],
    autoComplete: 'off',
    error: problems[name] && problemText(problems[name], t('problem.email')),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      if (draft === null) setMadeOn(known);
      setDraft({ ...form, [name]: event.currentTarget.value });
      setProblems(({ [name]: _mended, ...others }) => others);
    },
  });
  return (
    <FormDrawer
      opened={opened}
      title={contact ? t('editContact', { name: contact.name }) : t('addContact')}
      submitLabel={t('saveContact')}
      onStartOver={keptFromBefore && draft ? startOver : undefined}
      onClose={close}
      onSubmit={submit}
    >
      <TextInput {...field('name')} required data-autofocus />
      <TextInput {...field('jobTitle')} />
      <TextInput {...field('email')} type="email" />
      <TextInput {...field('phone')} type="tel" />
    </FormDrawer>
  );
}
