import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#shared/lib/ids';
import { goalMeasures, isAmountMeasure, type Goal, type GoalMeasure } from '#shared/domain/partner/goal';
import { useClient } from '../../client/client-context';
import { usePartner, useRecords } from '../../client/hooks';
import { amountForEditing, readAmount } from '../../records/amount-text';
import { useCurrencies } from '../../records/use-currencies';
import { useToday } from '../../records/use-today';
import { FormDrawer } from '../../ui/form-drawer';
import { useFormats } from '../../ui/formats';
import { goalPeriods } from './team-figures';
import { usePeriodText } from './use-period-text';

interface GoalDrawerProps {
  /** null: a new one. */
  readonly goal: Goal | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSave: (goal: Goal) => Promise<boolean>;
}

/** Who is to reach how much of what, by when. */
export function GoalDrawer({ goal, opened, onClose, onSave }: GoalDrawerProps) {
  const { t, i18n } = useTranslation('team');
  const formats = useFormats();
  const periodText = usePeriodText();
  const { session } = useClient();
  const partner = usePartner();
  const people = useRecords('person') ?? [];
  const periods = goalPeriods(useToday());
  const currencies = useCurrencies(goal?.currency ?? partner?.currency ?? 'EUR');
  const [userId, setUserId] = useState(goal?.userId ?? '');
  const [period, setPeriod] = useState(goal?.period ?? periods[0] ?? '');
  const [measure, setMeasure] = useState<GoalMeasure>(goal?.measure ?? 'won-amount');
  const [currency, setCurrency] = useState(goal?.currency ?? null);
  const [target, setTarget] = useState(goal ? amountForEditing(goal.target, i18n.language) : '');
  const [wrong, setWrong] = useState(false);
  const submit = async () => {
    const read = readAmount(target, i18n.language);
    if (!read.ok) return setWrong(true);
    const stored = await onSave({
      id: goal?.id ?? newId(),
      partnerId: session.partnerId ?? '',
      userId: userId === '' ? null : userId,
      period,
      measure,
      target: read.value,
      currency: isAmountMeasure(measure) ? (currency ?? partner?.currency ?? 'EUR') : null,
      setBy: session.userId,
      updatedAt: new Date().toISOString(),
    });
    if (stored) onClose();
  };
  return (
    <FormDrawer
      opened={opened}
      title={goal ? t('goals.edit') : t('goals.add')}
      submitLabel={t('goals.save')}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('goals.who')}
        allowDeselect={false}
        value={userId}
        data={[
          { value: '', label: t('everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => setUserId(value ?? '')}
      />
      <Select
        label={t('goals.period')}
        allowDeselect={false}
        value={period}
        data={[...new Set([...periods, period])].map((value) => ({ value, label: periodText(value) }))}
        onChange={(value) => setPeriod(value ?? period)}
      />
      <Select
        label={t('goals.measure')}
        allowDeselect={false}
        value={measure}
        data={goalMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
        onChange={(value: GoalMeasure | null) => value && setMeasure(value)}
      />
      <TextInput
        label={t('goals.target')}
        required
        inputMode="decimal"
        value={target}
        error={wrong ? t('goals.problem', { example: formats.amount('12500.5') }) : undefined}
        onChange={(event) => {
          setWrong(false);
          setTarget(event.currentTarget.value);
        }}
      />
      {isAmountMeasure(measure) && (
        <Select
          label={t('goals.currency')}
          allowDeselect={false}
          searchable
          limit={40}
          value={currency ?? partner?.currency ?? 'EUR'}
          data={[...currencies]}
          onChange={setCurrency}
        />
      )}
    </FormDrawer>
  );
}
