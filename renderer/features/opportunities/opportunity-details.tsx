import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { forecasts, type Forecast, type Opportunity } from '#shared/domain/deal/opportunity';
import { useRecords } from '../../client/hooks';
import { forecastOf } from '#shared/domain/deal/forecast';
import { useCurrencies } from '../../records/use-currencies';
import { useProblemText } from '../../records/use-problem-text';
import { useNames } from '../../records/use-names';
import { EditableChoice } from '../../ui/editable-choice';
import { EditableDay } from '../../ui/editable-day';
import { EditableText } from '../../ui/editable-text';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import { amountForEditing, readAmount } from '../../records/amount-text';
import type { OpportunityChanges } from './opportunity-form';
import type { OpportunityFile } from './queries';

interface OpportunityDetailsProps {
  readonly file: OpportunityFile;
  /** The customer is looking: only the customer's own name is shown. */
  readonly customerView: boolean;
  readonly onChange: (
    changes: OpportunityChanges,
    label: string,
    basis: Partial<Opportunity>,
  ) => Promise<boolean>;
}

/** The deal's figures and links, every field edited where it stands. */
export function OpportunityDetails({ file, customerView, onChange }: OpportunityDetailsProps) {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const formats = useFormats();
  const problemText = useProblemText();
  const people = useRecords('person') ?? [];
  const ownerName = useNames('person');
  const { opportunity, account } = file;
  const currencies = useCurrencies(opportunity.currency);
  return (
    <FieldGroup title={t('details')}>
      <ReadOnlyRow label={t('field.accountId')}>
        {account ? (
          <Anchor component={Link} to={`/accounts/${account.id}`}>
            {account.name}
          </Anchor>
        ) : (
          t('unknownAccount')
        )}
      </ReadOnlyRow>
      {!customerView && (
        <>
          <EditableText
            label={t('field.amount')}
            field="amount"
            value={opportunity.amount}
            draftKey={`opportunity:${opportunity.id}:amount`}
            format={(value) => formats.amount(value, opportunity.currency)}
            forEditing={(value) => amountForEditing(value, i18n.language)}
            read={(typed) => readAmount(typed, i18n.language)}
            say={(problem) =>
              problemText(problem, t('problem.amount', { example: formats.amount('12500.5') }))
            }
            readWith={{ currency: opportunity.currency }}
            onSave={(amount, basis) => onChange({ amount }, t('field.amount'), basis)}
          />
          <EditableChoice
            label={t('field.currency')}
            field="currency"
            value={opportunity.currency}
            choices={currencies.map((value) => ({ value, label: value }))}
            searchable
            onSave={(currency, basis) => onChange({ currency }, t('field.currency'), basis)}
          />
          <EditableDay
            label={t('field.closeOn')}
            field="closeOn"
            value={opportunity.closeOn}
            onSave={(closeOn, basis) => onChange({ closeOn }, t('field.closeOn'), basis)}
          />
          <EditableChoice
            label={t('field.forecast')}
            field="forecast"
            value={opportunity.forecast ?? ''}
            choices={[
              {
                value: '',
                label: t('forecastByStage', {
                  forecast: t(`records:forecast.${forecastOf({ stage: opportunity.stage })}`),
                }),
              },
              ...forecasts.map((value) => ({ value, label: t(`records:forecast.${value}`) })),
            ]}
            onSave={(value, basis) =>
              onChange({ forecast: forecastIn(value) }, t('field.forecast'), {
                forecast: forecastIn(basis['forecast']),
              })
            }
          />
          <EditableChoice
            label={t('owner')}
            field="ownerId"
            value={opportunity.ownerId}
            choices={people.map(({ id, name }) => ({ value: id, label: ownerName(id) ?? name }))}
            onSave={(ownerId, basis) => onChange({ ownerId }, t('owner'), basis)}
          />
          <ReadOnlyRow label={t('updated')}>{formats.instant(opportunity.updatedAt)}</ReadOnlyRow>
        </>
      )}
    </FieldGroup>
  );
}

/** Empty: what the stage says counts. */
const forecastIn = (value: string | undefined): Forecast | null =>
  forecasts.find((each) => each === value) ?? null;
