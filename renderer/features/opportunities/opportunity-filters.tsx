import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stages } from '#shared/domain/deal/opportunity';
import { useRecords } from '../../client/hooks';
import { ListSearch } from '../../ui/list-search';
import { closings, type Closing, type OpportunityFilter } from './opportunity-filter';

export type OpportunitiesView = 'board' | 'list';

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
          w={150}
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
        w={175}
        aria-label={t('owner')}
        placeholder={t('allOwners')}
        value={filter.ownerId}
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ownerId) => onFilter({ ...filter, ownerId })}
      />
      <Select
        w={175}
        aria-label={t('field.closeOn')}
        placeholder={t('anyClosing')}
        value={filter.closing}
        clearable
        data={closings.map((value) => ({ value, label: t(`closing.${value}`) }))}
        onChange={(closing: Closing | null) => onFilter({ ...filter, closing })}
      />
    </>
  );
}
