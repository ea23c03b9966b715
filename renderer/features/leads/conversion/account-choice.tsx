import { Radio, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/deal/account';
import type { Reason } from '#shared/domain/deal/same-customer/same-customer';
import { useFormats } from '../../../ui/formats';
import { newCustomer } from './conversion-draft';
import classes from './conversion.module.css';
import type { SameAccount } from './same-accounts';

interface AccountChoiceProps {
  /** A customer's id, `newCustomer`, or empty: not chosen yet. */
  readonly value: string;
  readonly same: readonly SameAccount[];
  readonly accounts: readonly Account[];
  readonly error: ReactNode;
  readonly onChange: (accountId: string) => void;
}

const reasonsShown = [
  'tax-id-equal',
  'domain-equal',
  'name-equal',
  'name-alike',
  'name-initials',
  'domain-alike',
  'city-equal',
] as const;
type ReasonShown = (typeof reasonsShown)[number];
const isShown = (code: Reason['code']): code is ReasonShown => reasonsShown.some((each) => each === code);

/** Whether it is a customer already: those who look the same with the reason, any other one, or a new one. */
export function AccountChoice({ value, same, accounts, error, onChange }: AccountChoiceProps) {
  const { t } = useTranslation('leads');
  const { compare } = useFormats();
  const another = value !== newCustomer && !same.some(({ account }) => account.id === value);
  const why = ({ reasons }: SameAccount): string =>
    reasons
      .map(({ code }) => code)
      .filter(isShown)
      .slice(0, 2)
      .map((code) => t(`convert.because.${code}`))
      .join(' \u00b7 ');
  return (
    <>
      <Radio.Group
        label={t('convert.customer')}
        description={same.length > 0 ? t('convert.looksSame') : undefined}
        value={another ? 'another' : value}
        onChange={(next) => onChange(next === 'another' ? '' : next)}
      >
        <div className={classes['choices']}>
          {same.map((each) => (
            <Radio
              key={each.account.id}
              value={each.account.id}
              label={[each.account.name, each.account.city].filter(Boolean).join(', ')}
              description={why(each)}
            />
          ))}
          {accounts.length > 0 && <Radio value="another" label={t('convert.another')} />}
          <Radio value={newCustomer} label={t('convert.newCustomer')} />
        </div>
      </Radio.Group>
      {another && (
        <Select
          aria-label={t('convert.chooseCustomer')}
          placeholder={t('convert.chooseCustomer')}
          searchable
          error={error}
          limit={50}
          value={value === '' ? null : value}
          data={accounts
            .map(({ id, name }) => ({ value: id, label: name }))
            .sort((a, b) => compare(a.label, b.label))}
          onChange={(accountId) => onChange(accountId ?? '')}
        />
      )}
    </>
  );
}
