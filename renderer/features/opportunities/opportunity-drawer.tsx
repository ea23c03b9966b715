import { Button, Group, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { stages } from '#shared/domain/deal/opportunity';
import type { FieldProblem, FieldProblems } from '#shared/lib/field-problems';
import { useRecords } from '../../client/hooks';
import { useCurrencies } from '../../records/use-currencies';
import { useProblemText } from '../../records/use-problem-text';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { useFormats } from '../../ui/formats';
import { useOpportunityCommands } from './commands';
import { isBegun, readOpportunity, type OpportunityDraft, type OpportunityField } from './opportunity-form';

interface OpportunityDrawerProps {
  readonly opened: boolean;
  readonly draft: OpportunityDraft | null;
  /** The form before anybody typed. */
  readonly empty: OpportunityDraft;
  readonly onDraft: (draft: OpportunityDraft | null) => void;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** A new deal. What was typed is kept until it is created or thrown away on purpose. */
export function OpportunityDrawer({
  opened,
  draft,
  empty,
  onDraft,
  onClose,
  onCreated,
}: OpportunityDrawerProps) {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const { compare, amount } = useFormats();
  const problemText = useProblemText();
  const accounts = useRecords('account');
  const { create } = useOpportunityCommands();
  const [problems, setProblems] = useState<FieldProblems<OpportunityField>>({});
  const [keptFromBefore, setKeptFromBefore] = useState(draft !== null);
  const form = draft ?? empty;
  const currencies = useCurrencies(form.currency);

  const change = (field: OpportunityField) => (text: string | null) => {
    const next = { ...form, [field]: text ?? '' };
    onDraft(isBegun(next) || next.accountId !== empty.accountId ? next : null);
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
    const read = readOpportunity(form, i18n.language);
    if (!read.ok) return setProblems(read.error);
    const id = await create(read.value);
    if (id === null) return;
    startOver();
    onCreated(id);
  };
  const say = (field: OpportunityField, problem: FieldProblem | undefined) =>
    problem &&
    problemText(
      problem,
      field === 'amount' ? t('problem.amount', { example: amount('12500.5') }) : t('problem.invalid'),
    );
  const field = (name: OpportunityField) => ({
    label: t(`field.${name}`),
    value: form[name],
    error: say(name, problems[name]),
  });
  const text = (name: OpportunityField) => ({
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
      {accounts?.length === 0 && (
        <Group justify="space-between">
          {t('noAccounts')}
          <Button component={Link} to="/accounts" variant="default">
            {t('toAccounts')}
          </Button>
        </Group>
      )}
      <TextInput {...text('name')} required data-autofocus />
      <Select
        {...field('accountId')}
        required
        searchable
        limit={50}
        data={(accounts ?? [])
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((a, b) => compare(a.label, b.label))}
        onChange={change('accountId')}
      />
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...text('amount')} inputMode="decimal" placeholder={amount('0')} />
        <Select
          {...field('currency')}
          required
          searchable
          limit={40}
          data={[...currencies]}
          onChange={change('currency')}
        />
        <DayInput {...field('closeOn')} required onChange={change('closeOn')} />
        <Select
          {...field('stage')}
          data={stages.map((value) => ({ value, label: t(`records:stage.${value}`) }))}
          onChange={change('stage')}
        />
      </SimpleGrid>
      <TextInput {...text('nextStep')} />
      <Textarea
        {...text('notes')}
        description={t('hint.notes')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={10}
      />
    </FormDrawer>
  );
}
