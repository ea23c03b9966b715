import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/deal/account';
import { countryCodes } from '#shared/domain/partner/country-codes';
import { useRecords } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { useProblemText } from '../../records/use-problem-text';
import { EditableChoice } from '../../ui/editable-choice';
import { EditableText } from '../../ui/editable-text';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import type { EditBasis } from '../../ui/inline-edit';
import { useCountryNames } from '../../ui/use-country-names';
import { readAccountField, segments, type AccountField } from './account-form';

interface AccountDetailsProps {
  readonly account: Account;
  /** The customer is looking: notes are not shown. */
  readonly customerView: boolean;
  readonly onEdit: (field: AccountField | 'ownerId', value: string, basis: EditBasis) => Promise<boolean>;
}

/** The customer's own data, every field edited where it stands. */
export function AccountDetails({ account, customerView, onEdit }: AccountDetailsProps) {
  const { t } = useTranslation(['accounts', 'records']);
  const formats = useFormats();
  const countries = useCountryNames();
  const problemText = useProblemText();
  const people = useRecords('person') ?? [];
  const ownerName = useNames('person');
  const text = (field: AccountField) => ({
    label: t(`field.${field}`),
    value: account[field],
    draftKey: `account:${account.id}:${field}`,
    read: (typed: string) => readAccountField(field, typed),
    say: (problem: Parameters<typeof problemText>[0]) => problemText(problem, t('problem.invalid')),
    field,
    onSave: (value: string, basis: EditBasis) => onEdit(field, value, basis),
  });
  return (
    <>
      <FieldGroup title={t('details')}>
        <EditableChoice
          label={t('field.segment')}
          field="segment"
          value={account.segment}
          choices={segments.map((value) => ({ value, label: t(`records:segment.${value}`) }))}
          onSave={(value, basis) => onEdit('segment', value, basis)}
        />
        <EditableText {...text('taxId')} />
        <EditableText {...text('street')} />
        <EditableText {...text('postalCode')} />
        <EditableText {...text('city')} />
        <EditableChoice
          label={t('field.country')}
          field="country"
          value={account.country}
          choices={countries.choicesOf(countryCodes)}
          searchable
          onSave={(value, basis) => onEdit('country', value, basis)}
        />
        <EditableText {...text('website')} type="url" />
        {!customerView && (
          <EditableChoice
            label={t('owner')}
            field="ownerId"
            value={account.ownerId}
            choices={people.map(({ id, name }) => ({ value: id, label: ownerName(id) ?? name }))}
            onSave={(value, basis) => onEdit('ownerId', value, basis)}
          />
        )}
        <ReadOnlyRow label={t('updated')}>{formats.instant(account.updatedAt)}</ReadOnlyRow>
      </FieldGroup>
      {!customerView && (
        <FieldGroup title={t('notes')}>
          <EditableText {...text('notes')} multiline look="block" placeholder={t('hint.notes')} />
        </FieldGroup>
      )}
    </>
  );
}
