import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '#shared/domain/partner/country-codes';
import type { FieldProblems } from '#shared/lib/field-problems';
import { useProblemText } from '../../records/use-problem-text';
import { FormDrawer } from '../../ui/form-drawer';
import { useCountryNames } from '../../ui/use-country-names';
import {
  emptyAccount,
  isBegun,
  readAccount,
  segments,
  type AccountDraft,
  type AccountField,
} from './account-form';
import { useAccountCommands } from './commands';

interface AccountDrawerProps {
  readonly opened: boolean;
  readonly draft: AccountDraft | null;
  readonly defaultCountry: string;
  readonly onDraft: (draft: AccountDraft | null) => void;
  readonly onClose: () => void;
  readonly onCreated: (id: string, name: string) => void;
}

/** A new customer. What was typed is kept until it is created or thrown away on purpose. */
export function AccountDrawer({
  opened,
  draft,
  defaultCountry,
  onDraft,
  onClose,
  onCreated,
}: AccountDrawerProps) {
  const { t } = useTranslation(['accounts', 'records', 'forms']);
  const countries = useCountryNames();
  const problemText = useProblemText();
  const { createAccount } = useAccountCommands();
  const [problems, setProblems] = useState<FieldProblems<AccountField>>({});
  const [keptFromBefore, setKeptFromBefore] = useState(draft !== null);
  const empty = emptyAccount(defaultCountry);
  const form = draft ?? empty;

  const change = (field: AccountField) => (text: string | null) => {
    const next = { ...form, [field]: text ?? '' };
    onDraft(isBegun(next, empty) ? next : null);
    setProblems(({ [field]: _mended, ...others }) => others);
  };
  const startOver = () => {
    onDraft(null);
    setProblems({});
    setKeptFromBefore(false);
  };
  const close = () => {
    setKeptFromBefore(draft !== null);
    onClose();
  };
  const submit = async (): Promise<void> => {
    const read = readAccount(form);
    if (!read.ok) return setProblems(read.error);
    const id = await createAccount(read.value);
    if (id === null) return;
    startOver();
    onCreated(id, read.value.name);
  };

  const field = (name: AccountField) => ({
    label: t(`field.${name}`),
    value: form[name],
    error: problems[name] && problemText(problems[name], t('problem.invalid')),
  });
  const text = (name: AccountField) => ({
    ...field(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(name)(event.currentTarget.value),
  });
  return (
    <FormDrawer
      opened={opened}
      title={t('new')}
      submitLabel={t('create')}
      onStartOver={keptFromBefore && draft ? startOver : undefined}
      onClose={close}
      onSubmit={submit}
    >
      <TextInput {...text('name')} required data-autofocus />
      <SimpleGrid cols={2} spacing="md">
        <Select
          {...field('country')}
          required
          searchable
          data={[...countries.choicesOf(countryCodes)]}
          onChange={change('country')}
        />
        <Select
          {...field('segment')}
          data={segments.map((value) => ({ value, label: t(`records:segment.${value}`) }))}
          onChange={change('segment')}
        />
      </SimpleGrid>
      <TextInput {...text('taxId')} description={t('hint.taxId')} inputWrapperOrder={wrapperOrder} />
      <TextInput {...text('street')} />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('postalCode')} />
        <TextInput {...text('city')} />
      </SimpleGrid>
      <TextInput {...text('website')} type="url" />
      <Textarea
        {...text('notes')}
        description={t('hint.notes')}
        inputWrapperOrder={wrapperOrder}
        autosize
        minRows={3}
        maxRows={10}
      />
    </FormDrawer>
  );
}

/** Hints stand under their field, so that labels and fields of neighbours line up. */
const wrapperOrder: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];
