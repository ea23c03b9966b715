import { MultiSelect, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblems } from '#shared/lib/field-problems';
import { useRecords } from '../../client/hooks';
import { useCurrencies } from '../../records/use-currencies';
import { useFamilies } from '../../records/use-families';
import { useProblemText } from '../../records/use-problem-text';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { useFormats } from '../../ui/formats';
import { DuplicateWarning } from './duplicate-warning';
import {
  isBegun,
  readRegistration,
  type RegistrationDraft,
  type RegistrationField,
  type RegistrationFields,
} from './registration-form';
import classes from './registrations.module.css';

interface RegistrationDrawerProps {
  readonly opened: boolean;
  readonly title: string;
  readonly submitLabel: string;
  readonly draft: RegistrationDraft | null;
  /** The form before anybody typed. */
  readonly empty: RegistrationDraft;
  /** What was sent is about this customer and deal: they stay. */
  readonly fixed?: boolean;
  readonly onDraft: (draft: RegistrationDraft | null) => void;
  readonly onClose: () => void;
  /** Resolves to false when it could not be stored: the form then stays open with every word. */
  readonly onSubmit: (fields: RegistrationFields) => Promise<boolean>;
}

/** Asks the vendor to protect a deal, or corrects what was asked. What was typed is kept until it is sent or thrown away on purpose. */
export function RegistrationDrawer({
  opened,
  title,
  submitLabel,
  draft,
  empty,
  fixed = false,
  onDraft,
  onClose,
  onSubmit,
}: RegistrationDrawerProps) {
  const { t, i18n } = useTranslation('registrations');
  const { compare, amount } = useFormats();
  const problemText = useProblemText();
  const accounts = useRecords('account') ?? [];
  const opportunities = useRecords('opportunity') ?? [];
  const contacts = useRecords('contact') ?? [];
  const families = useFamilies();
  const [problems, setProblems] = useState<FieldProblems<RegistrationField>>({});
  const [keptFromBefore, setKeptFromBefore] = useState(draft !== null);
  const form = draft ?? empty;
  const currencies = useCurrencies(form.currency);
  const known = new Set(families.map(({ value }) => value));

  const put = (changes: Partial<RegistrationDraft>) => {
    const next = { ...form, ...changes };
    onDraft(isBegun(next, empty) ? next : null);
    const mended = new Set(Object.keys(changes));
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !mended.has(field))),
    );
  };
  const startOver = () => {
    onDraft(null);
    setProblems({});
    setKeptFromBefore(false);
  };
  const submit = async (): Promise<void> => {
    const read = readRegistration(form, i18n.language);
    if (!read.ok) return setProblems(read.error);
    if (await onSubmit(read.value)) startOver();
  };
  const field = (name: Exclude<RegistrationField, 'families'>) => {
    const problem = problems[name];
    return {
      label: t(`field.${name}`),
      value: form[name],
      error:
        problem &&
        problemText(
          problem,
          name === 'amount' ? t('problem.amount', { example: amount('12500.5') }) : t('problem.invalid'),
        ),
    };
  };
  const text = (name: Exclude<RegistrationField, 'families'>) => ({
    ...field(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      put({ [name]: event.currentTarget.value }),
  });
  const byName = (records: readonly { readonly id: string; readonly name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => compare(a.label, b.label));
  return (
    <FormDrawer
      opened={opened}
      title={title}
      submitLabel={submitLabel}
      onStartOver={keptFromBefore && draft ? startOver : undefined}
      onClose={() => {
        setKeptFromBefore(draft !== null);
        onClose();
      }}
      onSubmit={submit}
    >
      <Step number={1} title={t('step.customer')} />
      <Select
        {...field('accountId')}
        required
        searchable
        limit={50}
        disabled={fixed}
        data={byName(accounts)}
        onChange={(accountId) => put({ accountId: accountId ?? '', opportunityId: '', contactId: '' })}
      />
      {!fixed && <DuplicateWarning account={accounts.find(({ id }) => id === form.accountId)} />}
      <Select
        {...field('contactId')}
        placeholder={t('noContact')}
        searchable
        clearable
        disabled={form.accountId === ''}
        data={byName(contacts.filter(({ accountId }) => accountId === form.accountId))}
        onChange={(contactId) => put({ contactId: contactId ?? '' })}
      />
      <Step number={2} title={t('step.deal')} />
      <Select
        {...field('opportunityId')}
        placeholder={t('noOpportunity')}
        searchable
        clearable
        disabled={fixed || form.accountId === ''}
        data={byName(opportunities.filter(({ accountId }) => accountId === form.accountId))}
        onChange={(opportunityId) => put({ opportunityId: opportunityId ?? '' })}
      />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('amount')} required inputMode="decimal" placeholder={amount('0')} />
        <Select
          {...field('currency')}
          required
          searchable
          limit={40}
          data={[...currencies]}
          onChange={(currency) => put({ currency: currency ?? '' })}
        />
        <DayInput {...field('closeOn')} required onChange={(closeOn) => put({ closeOn })} />
        <TextInput {...text('competitor')} />
      </SimpleGrid>
      <Step number={3} title={t('step.products')} />
      <MultiSelect
        label={t('field.families')}
        placeholder={form.families.length === 0 ? t('anyFamily') : ''}
        searchable
        clearable
        hidePickedOptions
        value={[...form.families]}
        data={[
          ...families,
          ...form.families.filter((value) => !known.has(value)).map((value) => ({ value, label: value })),
        ]}
        error={problems.families && t('problem.invalid')}
        onChange={(chosen) => put({ families: chosen })}
      />
      <Step number={4} title={t('step.why')} />
      <Textarea
        {...text('description')}
        required
        description={t('hint.description')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={5}
        maxRows={14}
      />
      <Text size="sm" c="dimmed">
        {t('provisionalHint')}
      </Text>
    </FormDrawer>
  );
}

/** What is asked next: the form is long, and read from the top. */
const Step = ({ number, title }: { readonly number: number; readonly title: string }) => (
  <h3 className={classes['step']}>
    {number}. {title}
  </h3>
);
