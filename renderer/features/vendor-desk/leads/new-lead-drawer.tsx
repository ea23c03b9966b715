import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { segments } from '#shared/domain/deal/account';
import { countryCodes } from '#shared/domain/partner/country-codes';
import type { FieldProblems } from '#shared/lib/field-problems';
import { newId } from '#shared/lib/ids';
import { useCurrencies } from '../../../records/use-currencies';
import { useProblemText } from '../../../records/use-problem-text';
import { FormDrawer } from '../../../ui/form-drawer';
import { useFormats } from '../../../ui/formats';
import { useCountryNames } from '../../../ui/use-country-names';
import { useRemembered } from '../../../ui/use-remembered';
import { useRuleNames } from '../rules/use-rule-names';
import { useToldDecision } from '../use-told-decision';
import { sendNewLead } from './desk-leads-api';
import { emptyLead, isBegun, readNewLead, type NewLeadDraft, type NewLeadField } from './new-lead-draft';

interface NewLeadDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** A lead somebody writes down at the desk; the rules route it as soon as it is there. */
export function NewLeadDrawer({ opened, onClose, onCreated }: NewLeadDrawerProps) {
  const { t, i18n } = useTranslation(['vendor-leads', 'leads', 'records']);
  const { amount } = useFormats();
  const countries = useCountryNames();
  const currencies = useCurrencies('EUR');
  const { families } = useRuleNames();
  const problemText = useProblemText();
  const tell = useToldDecision();
  const [kept, setKept] = useRemembered<NewLeadDraft | null>('draft:vendor-lead', null);
  // The same lead however often its sending is tried.
  const [id, setId] = useRemembered('draft:vendor-lead-id', newId());
  const [problems, setProblems] = useState<FieldProblems<NewLeadField>>({});
  const form = kept ?? emptyLead;

  const put = (changes: Partial<NewLeadDraft>) => {
    const next = { ...form, ...changes };
    setKept(isBegun(next) ? next : null);
    const mended = new Set(Object.keys(changes));
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !mended.has(field))),
    );
  };
  const submit = async (): Promise<void> => {
    const read = readNewLead(form, id, i18n.language);
    if (!read.ok) return setProblems(read.error);
    const sent = sendNewLead((path, init) => fetch(path, init), read.value);
    const what = read.value.company.name;
    if (!(await tell(what, sent, () => t('createdNow', { what })))) return;
    setKept(null);
    setId(newId());
    onCreated(id);
  };
  const field = (name: NewLeadField) => ({
    label: t(`leads:newField.${name}`),
    value: form[name],
    error:
      problems[name] &&
      problemText(
        problems[name],
        name === 'amount'
          ? t('leads:problem.amount', { example: amount('12500.5') })
          : t('leads:problem.invalid'),
      ),
  });
  const text = (name: NewLeadField) => ({
    ...field(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      put({ [name]: event.currentTarget.value }),
  });
  return (
    <FormDrawer
      opened={opened}
      title={t('new')}
      submitLabel={t('create')}
      onStartOver={kept ? () => setKept(null) : undefined}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput {...text('name')} required data-autofocus />
      <SimpleGrid cols={2} spacing="md">
        <Select
          {...field('country')}
          required
          searchable
          data={[...countries.choicesOf(countryCodes)]}
          onChange={(country) => put({ country: country ?? '' })}
        />
        <Select
          {...field('segment')}
          required
          data={segments.map((value) => ({ value, label: t(`records:segment.${value}`) }))}
          onChange={(segment) => put({ segment: segment ?? '' })}
        />
        <TextInput {...text('taxId')} />
        <TextInput {...text('website')} />
        <TextInput {...text('postalCode')} />
        <TextInput {...text('city')} />
      </SimpleGrid>
      <TextInput {...text('street')} />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('contactName')} />
        <TextInput {...text('jobTitle')} />
        <TextInput {...text('email')} />
        <TextInput {...text('phone')} />
      </SimpleGrid>
      <Textarea {...text('need')} autosize minRows={3} maxRows={10} />
      <TextInput {...text('source')} />
      <TagsInput
        label={t('leads:field.families')}
        value={[...form.families]}
        data={[...families]}
        onChange={(chosen) => put({ families: chosen })}
      />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('amount')} inputMode="decimal" placeholder={amount('0')} />
        <Select
          {...field('currency')}
          searchable
          limit={40}
          data={[...currencies]}
          onChange={(currency) => put({ currency: currency ?? '' })}
        />
      </SimpleGrid>
    </FormDrawer>
  );
}
