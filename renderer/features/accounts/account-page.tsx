import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { useRecordState } from '../../client/hooks';
import { AccountAssets } from '../../records/assets/account-assets';
import { useProblemText } from '../../records/use-problem-text';
import { Crumb } from '../../ui/crumb';
import { EditableText } from '../../ui/editable-text';
import type { EditBasis } from '../../ui/inline-edit';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { SyncMark } from '../../ui/sync-mark';
import { useUndo } from '../../ui/use-undo';
import { AccountConflicts, AccountSettled } from './account-conflicts';
import { AccountContacts } from './account-contacts';
import { AccountDeals } from './account-deals';
import { AccountDetails } from './account-details';
import { readAccountField, type AccountField } from './account-form';
import { AccountActivities } from './account-activities';
import { useAccountCommands } from './commands';
import { useAccountFile, type AccountFile } from './queries';

/** One customer: details at the side, people and deals in the middle. */
export function AccountPage() {
  const { t } = useTranslation('accounts');
  const { accountId = '' } = useParams();
  const file = useAccountFile(accountId);
  if (file === undefined) return null;
  if (file === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/accounts" />
      </Page>
    );
  }
  return <AccountRecord key={accountId} file={file} />;
}

function AccountRecord({ file }: { readonly file: AccountFile }) {
  const { t } = useTranslation(['accounts', 'forms']);
  const { account } = file;
  const customerView = useCustomerView(({ on }) => on);
  const state = useRecordState('account', account.id);
  const problemText = useProblemText();
  const { editAccount } = useAccountCommands();
  const undoable = useUndo();

  const edit = (field: AccountField | 'ownerId', value: string, basis: EditBasis): Promise<boolean> => {
    const seen = { ...account, ...basis };
    const label = field === 'ownerId' ? t('owner') : t(`field.${field}`);
    return undoable(editAccount(seen, { [field]: value }), {
      text: t('forms:saved', { field: label }),
      undo: () => editAccount({ ...seen, [field]: value }, { [field]: seen[field] }),
    });
  };
  return (
    <Page
      title={
        <Crumb to="/accounts" list={t('title')}>
          <EditableText
            look="title"
            label={t('field.name')}
            field="name"
            value={account.name}
            draftKey={`account:${account.id}:name`}
            read={(typed) => readAccountField('name', typed)}
            say={(problem) => problemText(problem, t('problem.invalid'))}
            onSave={(value, basis) => edit('name', value, basis)}
          />
        </Crumb>
      }
      actions={<SyncMark state={state} />}
      aside={<AccountDetails account={account} customerView={customerView} onEdit={edit} />}
    >
      {!customerView && <AccountConflicts file={file} />}
      <AccountContacts account={account} contacts={file.contacts} />
      {!customerView && <AccountActivities file={file} />}
      <AccountDeals file={file} customerView={customerView} />
      {!customerView && <AccountAssets accountId={account.id} />}
      {!customerView && <AccountSettled file={file} />}
    </Page>
  );
}
