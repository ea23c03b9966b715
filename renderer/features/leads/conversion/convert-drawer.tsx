import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Contact } from '#shared/domain/deal/account';
import type { Lead } from '#shared/domain/lead/lead';
import { addDays } from '#shared/lib/clock';
import type { FieldProblems } from '#shared/lib/field-problems';
import { newId } from '#shared/lib/ids';
import { usePartner } from '../../../client/hooks';
import { useCurrencies } from '../../../records/use-currencies';
import { useFamilyNames } from '../../../records/use-families';
import { useProblemText } from '../../../records/use-problem-text';
import { useToday } from '../../../records/use-today';
import { DayInput } from '../../../ui/day-input';
import { FormDrawer } from '../../../ui/form-drawer';
import { useFormats } from '../../../ui/formats';
import { useRemembered } from '../../../ui/use-remembered';
import { useLeadCommands } from '../commands';
import { AccountChoice } from './account-choice';
import classes from './conversion.module.css';
import {
  conversionOf,
  isSamePerson,
  newCustomer,
  readConversion,
  type ConversionDraft,
  type ConversionField,
} from './conversion-draft';
import { sameAccounts } from './same-accounts';

interface ConvertDrawerProps {
  readonly lead: Lead;
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes a customer, a contact and an opportunity of a lead, all at once. A customer who looks the same is chosen beforehand. */
export function ConvertDrawer({ lead, accounts, contacts, opened, onClose }: ConvertDrawerProps) {
  const { t, i18n } = useTranslation('leads');
  const { amount, list } = useFormats();
  const partner = usePartner();
  const today = useToday();
  const familyName = useFamilyNames();
  const problemText = useProblemText();
  const { convert } = useLeadCommands();
  const same = useMemo(() => sameAccounts(lead.company, accounts), [lead.company, accounts]);
  const empty = conversionOf(lead, {
    accountId: same[0]?.account.id ?? newCustomer,
    name: t('convert.dealOf', { company: lead.company.name }),
    currency: partner?.currency ?? 'EUR',
    closeOn: addDays(today, 60),
    families: list(lead.families.map(familyName)),
    locale: i18n.language,
  });
  const [kept, setKept] = useRemembered<ConversionDraft | null>(`draft:convert-lead:${lead.id}`, null);
  const [problems, setProblems] = useState<FieldProblems<ConversionField>>({});
  const [ids] = useState(() => ({ account: newId(), contact: newId(), opportunity: newId() }));
  const form = kept ?? empty;
  const currencies = useCurrencies(form.currency);
  const known = contacts.filter(({ accountId }) => accountId === form.accountId);
  const alreadyThere = known.some((contact) => isSamePerson(form, contact));

  const put = (changes: Partial<ConversionDraft>) => {
    setKept({ ...form, ...changes });
    const mended = new Set(Object.keys(changes));
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !mended.has(field))),
    );
  };
  const submit = async (): Promise<void> => {
    const read = readConversion(form, lead, ids, known, i18n.language);
    if (!read.ok) return setProblems(read.error);
    if (!(await convert(lead, read.value))) return;
    setKept(null);
    onClose();
  };
  const field = (name: Exclude<ConversionField, 'accountId'>) => ({
    label: t(`convert.field.${name}`),
    value: form[name],
    error:
      problems[name] &&
      problemText(
        problems[name],
        name === 'amount' ? t('problem.amount', { example: amount('12500.5') }) : t('problem.invalid'),
      ),
  });
  const text = (name: Exclude<ConversionField, 'accountId'>) => ({
    ...field(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      put({ [name]: event.currentTarget.value }),
  });
  return (
    <FormDrawer
      opened={opened}
      title={t('convert.heading', { company: lead.company.name })}
      submitLabel={t('convert.action')}
      onStartOver={kept ? () => setKept(null) : undefined}
      onClose={onClose}
      onSubmit={submit}
    >
      <AccountChoice
        value={form.accountId}
        same={same}
        accounts={accounts}
        error={problems.accountId && problemText(problems.accountId, t('problem.invalid'))}
        onChange={(accountId) => put({ accountId })}
      />
      {form.accountId === newCustomer && (
        <>
          <TextInput {...text('accountName')} required />
          <TextInput {...text('taxId')} />
        </>
      )}
      <h3 className={classes['heading']}>{t('contact')}</h3>
      {alreadyThere ? (
        <p className={classes['quiet']}>{t('convert.contactThere', { name: form.contactName })}</p>
      ) : (
        <Checkbox
          label={t('convert.withContact')}
          checked={form.withContact}
          onChange={(event) => put({ withContact: event.currentTarget.checked })}
        />
      )}
      {form.withContact && !alreadyThere && (
        <SimpleGrid cols={2} spacing="md">
          <TextInput {...text('contactName')} required />
          <TextInput {...text('jobTitle')} />
          <TextInput {...text('email')} />
          <TextInput {...text('phone')} />
        </SimpleGrid>
      )}
      <h3 className={classes['heading']}>{t('convert.opportunity')}</h3>
      <TextInput {...text('name')} required />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('amount')} inputMode="decimal" placeholder={amount('0')} />
        <Select
          {...field('currency')}
          required
          searchable
          limit={40}
          data={[...currencies]}
          onChange={(currency) => put({ currency: currency ?? '' })}
        />
        <DayInput {...field('closeOn')} required onChange={(closeOn) => put({ closeOn })} />
      </SimpleGrid>
      <TextInput {...text('nextStep')} />
      <Textarea {...text('notes')} autosize minRows={3} maxRows={10} />
    </FormDrawer>
  );
}
