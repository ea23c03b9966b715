import { Anchor, Select, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages } from '#shared/domain/catalog/localized';
import { useRecords } from '../../../client/hooks';
import { DayInput } from '../../../ui/day-input';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { figureText, readPercent, type FigureProblem } from '../input/read-figure';
import { BookField } from './book-field';
import { CurrencyField } from './currency-field';
import { GrantedFields } from './granted-fields';
import { Field, type FieldProps, type HeaderChanges } from './field';
import classes from './header.module.css';

/** Who the quote is for and on what terms; every field is edited where it stands and can be undone. */
export function HeaderFields() {
  const { editor, customerView } = useOpenQuote();
  const edit = (changes: HeaderChanges) => {
    const { quote } = editor.store.getState();
    editor.perform({ name: 'editQuote', args: { id: quote.id, changes } });
  };
  return (
    <div className={classes['fields']}>
      <CustomerFields edit={edit} />
      {!customerView && <OpportunityField edit={edit} />}
      <ValidityField edit={edit} />
      {!customerView && <BookField edit={edit} />}
      <CurrencyField />
      {!customerView && <GrantedFields edit={edit} />}
      <LanguageField edit={edit} />
      <DiscountField edit={edit} />
    </div>
  );
}

const input = { input: classes['input'] ?? '' };

function CustomerFields({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const [customerId, contactId] = [useId(), useId()];
  const formats = useFormats();
  const { quote, editable, customerView, account } = useOpenQuote();
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  // The customer at the screen sees its own name, never the list of the others.
  const accountChoices = useMemo(() => {
    const known = customerView ? (account ? [account] : []) : (accounts ?? []);
    return known
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((a, b) => formats.compare(a.label, b.label));
  }, [accounts, account, customerView, formats]);
  const contactChoices = (contacts ?? [])
    .filter((contact) => contact.accountId === quote.accountId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field id={customerId} label={t('field.customer')} wide>
        <Select
          id={customerId}
          variant="unstyled"
          classNames={input}
          data={accountChoices}
          value={quote.accountId}
          placeholder={t('field.customerNone')}
          readOnly={!editable || customerView}
          searchable={!customerView}
          clearable={editable && !customerView}
          nothingFoundMessage={t('field.nothingFound')}
          maxDropdownHeight={320}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          onChange={(accountId) =>
            edit({
              accountId,
              contactId: null,
              opportunityId: null,
              contractId: null,
              dealRegistrationId: null,
              specialBidId: null,
            })
          }
        />
      </Field>
      {quote.accountId !== null && (
        <Field id={contactId} label={t('field.contact')}>
          <Select
            id={contactId}
            variant="unstyled"
            classNames={input}
            data={contactChoices}
            value={quote.contactId}
            placeholder={t('field.none')}
            readOnly={!editable}
            clearable={editable}
            nothingFoundMessage={t('field.nothingFound')}
            comboboxProps={{ width: 240, position: 'bottom-start' }}
            onChange={(contactId) => edit({ contactId })}
          />
        </Field>
      )}
    </>
  );
}

function OpportunityField({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const { quote, editable } = useOpenQuote();
  const opportunities = useRecords('opportunity');
  const choices = (opportunities ?? [])
    .filter(({ accountId }) => quote.accountId === null || accountId === quote.accountId)
    .map(({ id: value, name }) => ({ value, label: name }));
  const choose = (opportunityId: string | null) => {
    const chosen = opportunities?.find((opportunity) => opportunity.id === opportunityId);
    edit(
      quote.accountId === null && chosen ? { opportunityId, accountId: chosen.accountId } : { opportunityId },
    );
  };
  const label = (
    <>
      {t('field.opportunity')}
      {quote.opportunityId !== null && (
        <Anchor
          component={Link}
          to={`/opportunities/${quote.opportunityId}`}
          className={classes['open'] ?? ''}
          aria-label={t('field.openOpportunity')}
        >
          <IconExternalLink size={12} aria-hidden />
        </Anchor>
      )}
    </>
  );
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        aria-label={t('field.opportunity')}
        variant="unstyled"
        classNames={input}
        data={choices}
        value={quote.opportunityId}
        placeholder={t('field.none')}
        readOnly={!editable}
        searchable
        clearable={editable}
        nothingFoundMessage={t('field.nothingFound')}
        comboboxProps={{ width: 320, position: 'bottom-start' }}
        onChange={choose}
      />
    </Field>
  );
}

function ValidityField({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const formats = useFormats();
  const { quote, editable, priced, customerView } = useOpenQuote();
  const validity = priced?.validity;
  // PR-31: what ends before the quote's own day binds it, and is named; our agreements are not the customer's business.
  const binding =
    validity && validity.because !== 'quote' && validity.until < quote.expiresOn
      ? customerView
        ? formats.day(validity.until)
        : t(`validity.${validity.because}`, { day: formats.day(validity.until), name: validity.name })
      : null;
  return (
    <Field id={id} label={t('field.validUntil')} remark={binding} wide>
      <DayInput
        id={id}
        variant="unstyled"
        classNames={input}
        value={quote.expiresOn}
        readOnly={!editable}
        onChange={(expiresOn) => {
          if (expiresOn !== '' && expiresOn !== quote.expiresOn) edit({ expiresOn });
        }}
      />
    </Field>
  );
}

function LanguageField({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const { quote, editable } = useOpenQuote();
  return (
    <Field id={id} label={t('field.documentLanguage')}>
      <Select
        id={id}
        variant="unstyled"
        classNames={input}
        data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={quote.documentLanguage}
        readOnly={!editable}
        comboboxProps={{ width: 160, position: 'bottom-start' }}
        onChange={(value) => {
          const documentLanguage = languages.find((language) => language === value);
          if (documentLanguage) edit({ documentLanguage });
        }}
      />
    </Field>
  );
}

function DiscountField({ edit }: FieldProps) {
  const { t } = useTranslation('quotes');
  const id = useId();
  const formats = useFormats();
  const { quote, editable, locale } = useOpenQuote();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<FigureProblem | null>(null);
  const save = () => {
    if (typed === null) return;
    const read = readPercent(typed, locale);
    setProblem(read.ok ? null : read.error);
    if (!read.ok) return;
    setTyped(null);
    if (read.value !== quote.discountPercent) edit({ discountPercent: read.value });
  };
  const none = quote.discountPercent === '0';
  return (
    <Field id={id} label={t('field.quoteDiscount')}>
      <TextInput
        id={id}
        variant="unstyled"
        classNames={input}
        value={typed ?? (none ? '' : formats.percent(quote.discountPercent))}
        placeholder={t('field.none')}
        inputMode="decimal"
        readOnly={!editable}
        error={problem && t(`figure.${problem}`, { text: typed ?? '' })}
        onFocus={(event) => {
          if (typed === null && editable) setTyped(none ? '' : figureText(quote.discountPercent, locale));
          event.currentTarget.select();
        }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </Field>
  );
}
