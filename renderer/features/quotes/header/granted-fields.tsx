import { Anchor, Select } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTerms } from '../../../client/hooks';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { ContractMenu } from './contract-menu';
import { Field, type FieldProps } from './field';
import classes from './header.module.css';

/** What the vendor granted this customer or this quote; bound by its id, so that the quote says which it was priced with (PR-20). */
export function GrantedFields({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const { quote, editable } = useOpenQuote();
  const terms = useTerms();
  if (!terms) return null;
  const { accountId } = quote;
  const deals = terms.dealRegistrations.filter((deal) => accountId !== null && deal.accountId === accountId);
  const bids = terms.specialBids.filter((bid) => bid.quoteId === quote.id && bid.state === 'granted');
  const contracts = terms.contracts.filter(
    (contract) => accountId !== null && contract.accountId === accountId,
  );
  const contract = contracts.find(({ id }) => id === quote.contractId);
  return (
    <>
      <GrantedField
        label={t('field.contract')}
        value={quote.contractId ?? null}
        choices={contracts.map(({ id, number, endsOn }) => ({ id, number, until: endsOn }))}
        onChange={(contractId) => edit({ contractId })}
        action={contract && editable && <ContractMenu contract={contract} />}
      />
      <GrantedField
        label={t('field.dealRegistration')}
        value={quote.dealRegistrationId ?? null}
        choices={deals.map(({ id, number, validUntil }) => ({ id, number, until: validUntil }))}
        onChange={(dealRegistrationId) => edit({ dealRegistrationId })}
      />
      <GrantedField
        label={t('field.specialBid')}
        value={quote.specialBidId ?? null}
        choices={bids.map(({ id, number, validUntil }) => ({ id, number: number ?? id, until: validUntil }))}
        request={`/quotes/${quote.id}/special-bid`}
        onChange={(specialBidId) => edit({ specialBidId })}
      />
    </>
  );
}

/** Not there while there is nothing to choose and nothing chosen. */
function GrantedField({
  label,
  value,
  choices,
  request,
  action,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly {
    readonly id: string;
    readonly number: string;
    readonly until: string | null;
  }[];
  /** Where one is asked for. */
  readonly request?: string;
  readonly action?: ReactNode;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const formats = useFormats();
  const { editable } = useOpenQuote();
  if (choices.length === 0 && value === null) return null;
  const data = choices.map((choice) => ({
    value: choice.id,
    label: choice.number,
  }));
  if (value !== null && !choices.some((choice) => choice.id === value))
    data.push({ value, label: t('field.notThere') });
  return (
    <Field
      id={id}
      label={
        <>
          {label}
          {action}
          {request !== undefined && (
            <Anchor component={Link} to={request} className={classes['open'] ?? ''} aria-label={label}>
              <IconExternalLink size={12} aria-hidden />
            </Anchor>
          )}
        </>
      }
    >
      <Select
        id={id}
        aria-label={label}
        variant="unstyled"
        classNames={{ input: classes['input'] ?? '' }}
        data={data}
        value={value}
        placeholder={t('field.none')}
        readOnly={!editable}
        clearable={editable}
        comboboxProps={{ width: 260, position: 'bottom-start' }}
        renderOption={({ option }) => {
          const until = choices.find((choice) => choice.id === option.value)?.until;
          return until
            ? t('field.grantedUntil', { number: option.label, day: formats.day(until) })
            : option.label;
        }}
        onChange={onChange}
      />
    </Field>
  );
}
