import { Button, Popover, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forecasts, stages, type Forecast } from '#shared/domain/deal/opportunity';
import { useRecords } from '../../client/hooks';
import { amountForEditing, readAmount } from '../../records/amount-text';
import { useFormats } from '../../ui/formats';
import { ListSearch } from '../../ui/list-search';
import type { OpportunitiesView } from './opportunities-address';
import { closings, type Closing, type OpportunityFilter } from './opportunity-filter';

interface OpportunityFiltersProps {
  readonly view: OpportunitiesView;
  readonly onView: (view: OpportunitiesView) => void;
  readonly filter: OpportunityFilter;
  readonly onFilter: (filter: OpportunityFilter) => void;
}

/** The switch between board and list, and what narrows both. */
export function OpportunityFilters({ view, onView, filter, onFilter }: OpportunityFiltersProps) {
  const { t } = useTranslation(['opportunities', 'records']);
  const people = useRecords('person') ?? [];
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        value={view}
        data={(['board', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => onView(next)}
      />
      <ListSearch
        value={filter.text}
        placeholder={t('search')}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      {view === 'list' && (
        <Select
          w={140}
          aria-label={t('field.stage')}
          placeholder={t('allStages')}
          value={filter.stage}
          clearable
          data={[
            { value: 'open' as const, label: t('openStages') },
            ...stages.map((value) => ({ value, label: t(`records:stage.${value}`) })),
          ]}
          onChange={(stage) => onFilter({ ...filter, stage })}
        />
      )}
      <Select
        w={150}
        aria-label={t('owner')}
        placeholder={t('allOwners')}
        value={filter.ownerId}
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ownerId) => onFilter({ ...filter, ownerId })}
      />
      <Select
        w={150}
        aria-label={t('field.closeOn')}
        placeholder={t('anyClosing')}
        value={filter.closing}
        clearable
        data={closings.map((value) => ({ value, label: t(`closing.${value}`) }))}
        onChange={(closing: Closing | null) => onFilter({ ...filter, closing })}
      />
      <MoreFilters filter={filter} onFilter={onFilter} />
    </>
  );
}

/** Forecast and amount: asked for less often, and always told when they are on. */
function MoreFilters({ filter, onFilter }: Pick<OpportunityFiltersProps, 'filter' | 'onFilter'>) {
  const { t } = useTranslation(['opportunities', 'records']);
  const on = [filter.forecast, filter.amountFrom, filter.amountTo].filter((value) => value !== null).length;
  return (
    <Popover position="bottom-start" withinPortal trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant={on > 0 ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        >
          {on > 0 ? t('moreFiltersOn', { count: on }) : t('moreFilters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" w={240}>
          <Select
            label={t('field.forecast')}
            placeholder={t('anyForecast')}
            value={filter.forecast}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={forecasts.map((value) => ({ value, label: t(`records:forecast.${value}`) }))}
            onChange={(forecast: Forecast | null) => onFilter({ ...filter, forecast })}
          />
          <AmountField
            label={t('amountFrom')}
            value={filter.amountFrom}
            onValue={(amountFrom) => onFilter({ ...filter, amountFrom })}
          />
          <AmountField
            label={t('amountTo')}
            value={filter.amountTo}
            onValue={(amountTo) => onFilter({ ...filter, amountTo })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function AmountField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}) {
  const { t, i18n } = useTranslation('opportunities');
  const { amount } = useFormats();
  const [text, setText] = useState(value === null ? '' : amountForEditing(value, i18n.language));
  const read = text.trim() === '' ? null : readAmount(text, i18n.language);
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={text}
      error={read?.ok === false ? t('problem.amount', { example: amount('12500.5') }) : undefined}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (typed.trim() === '') return onValue(null);
        const next = readAmount(typed, i18n.language);
        if (next.ok) onValue(next.value);
      }}
    />
  );
}
