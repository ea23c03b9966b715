import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { EditConflict, MergedType } from '#shared/domain/deal/edit-conflict';
import type { RecordOf } from '#shared/domain/records';
import { useCustomerView } from '../../../client/customer-view';
import { useRecord, useRecordState } from '../../../client/hooks';
import { useConflictWords } from '../../../records/conflicts/use-conflict-words';
import { Crumb } from '../../../ui/crumb';
import { HiddenFromCustomers } from '../../../ui/hidden-from-customers';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { SyncMark } from '../../../ui/sync-mark';
import classes from '../conflicts.module.css';
import { OpenConflict } from './open-conflict';
import { SettledConflict } from './settled-conflict';

/** `/conflicts/:conflictId`: two people gave fields of one record different values (SY-14); which of them counts is chosen here. */
export function ConflictPage() {
  const { t } = useTranslation('conflicts');
  const { conflictId = '' } = useParams();
  const conflict = useRecord('editConflict', conflictId);
  const customerView = useCustomerView();
  if (conflict === undefined) return null;
  if (customerView.on || conflict === null) {
    return (
      <Page title={t('title')}>
        {customerView.on ? (
          <HiddenFromCustomers onLeave={customerView.toggle} />
        ) : (
          <RecordMissing list="/attention" />
        )}
      </Page>
    );
  }
  return <Conflict key={conflictId} conflict={conflict} />;
}

const lists = {
  account: '/accounts',
  contact: '/accounts',
  opportunity: '/opportunities',
  // An activity is shown where its deal is.
  activity: '/opportunities',
} as const;

function Conflict({ conflict }: { readonly conflict: EditConflict }) {
  const { t } = useTranslation('conflicts');
  const words = useConflictWords();
  const record = useRecord(conflict.recordType, conflict.recordId);
  const state = useRecordState('editConflict', conflict.id);
  if (record === undefined) return null;
  const path = record && pathOf(conflict.recordType, record);
  return (
    <Page
      title={
        <Crumb to={lists[conflict.recordType]} list={words.type(conflict.recordType)}>
          {record && path ? (
            <Link className={classes['title'] ?? ''} to={path}>
              {'name' in record ? record.name : record.subject}
            </Link>
          ) : (
            t('recordGone')
          )}
        </Crumb>
      }
      actions={<SyncMark state={state} compact={state === 'accepted'} />}
    >
      <div className={classes['screen']}>
        {conflict.state === 'open' ? (
          <OpenConflict conflict={conflict} record={record} />
        ) : (
          <SettledConflict conflict={conflict} back={path} />
        )}
      </div>
    </Page>
  );
}

const shownWith = { account: '/accounts', opportunity: '/opportunities', lead: '/leads' } as const;

/** A contact is shown with its customer, an activity with what it is about. */
function pathOf(type: EditConflict['recordType'], record: RecordOf<MergedType>): string {
  if ('about' in record) return `${shownWith[record.about.type]}/${record.about.id}`;
  if (type === 'contact' && 'accountId' in record) return `/accounts/${record.accountId}`;
  return `${lists[type]}/${record.id}`;
}
