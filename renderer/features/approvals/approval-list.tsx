import { SegmentedControl } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Approval } from '#shared/domain/approval/approval';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecords, useRecordStates } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { DataTable, type Sort } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { ListCount } from '../../ui/list-count';
import { ListSearch } from '../../ui/list-search';
import { NoMatch } from '../../ui/no-match';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { approvalColumns } from './approval-columns';
import { filterApprovals, filtersFor, type ApprovalView } from './approval-filter';
import { AuthorityView } from './authority-view';
import { useMyAuthorities } from './queries';

/** Every request of the partner: for a manager first what waits for a word, for a rep what became of the own ones. */
export function ApprovalList() {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const formats = useFormats();
  const customerView = useCustomerView();
  const { session } = useClient();
  const approvals = useRecords('approval');
  const authorities = useMyAuthorities() ?? [];
  const states = useRecordStates('approval');
  const accountName = useNames('account');
  const personName = useNames('person');
  const lists = filtersFor(session.role);
  const views: readonly ApprovalView[] = authorities.length > 0 ? [...lists, 'authority'] : lists;
  const [chosen, setView] = useRemembered<ApprovalView | null>('approvals:view', null);
  const view = views.find((each) => each === chosen) ?? lists[0];
  const filter = view === 'authority' ? 'mine' : view;
  const [sort, setSort] = useRemembered<Sort | null>('approvals:sort', { key: 'sell', direction: 'down' });
  const [text, setText] = useState('');
  const columns = approvalColumns({ t, formats, accountName, personName, states }).filter(
    ({ key }) => filter !== 'mine' || key !== 'owner',
  );
  const customerOf = ({ accountId }: Approval) => accountName(accountId ?? '') ?? '';
  const shown = filterApprovals(approvals ?? [], filter, text, session, customerOf);

  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const open = ({ id, quoteId, ownerId }: Approval) =>
    void navigate(ownerId === session.userId ? `/quotes/${quoteId}/approval` : `/approvals/${id}`);
  return (
    <Page
      title={t('title')}
      toolbar={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('filter.label')}
            value={view}
            data={views.map((value) => ({ value, label: t(`filter.${value}`) }))}
            onChange={(next) => setView(next)}
          />
          {view !== 'authority' && (
            <>
              <ListSearch value={text} placeholder={t('search')} onChange={setText} />
              {approvals && <ListCount>{t('count', { count: shown.length })}</ListCount>}
            </>
          )}
        </>
      }
    >
      {view === 'authority' && <AuthorityView authorities={authorities} />}
      {approvals && view !== 'authority' && (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={open}
          sort={sort}
          onSort={setSort}
          emptyState={
            text === '' ? (
              <EmptyState
                icon={IconChecklist}
                title={t(`empty.${filter}.title`)}
                text={t(`empty.${filter}.text`)}
              />
            ) : (
              <NoMatch onClear={() => setText('')} />
            )
          }
        />
      )}
    </Page>
  );
}
