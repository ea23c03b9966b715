import { Button, Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/formats';
import { changeCurrency, newerRate } from '../editing/change-currency';
import { useOpenQuote } from '../editing/open-quote';
import { Field } from './field';
import classes from './header.module.css';

/** PR-5: the quote's currency, one the book has a rate for; the rate and its day stay as they were when it was chosen. */
export function CurrencyField() {
  const { t } = useTranslation('quotes');
  const id = useId();
  const formats = useFormats();
  const { editor, quote, editable, source } = useOpenQuote();
  const header = source.book?.header;
  const { currency, exchangeRate } = quote;
  const choices = new Set([
    currency,
    ...(header ? [header.currency, ...(header.exchangeRates ?? []).map((rate) => rate.currency)] : []),
  ]);
  const newer = editable && header ? newerRate(header, quote) : null;
  const choose = (next: string | null) => {
    if (!header || next === null || next === currency) return;
    editor.perform(...changeCurrency(editor.store.getState().quote, header, next));
  };
  const rate =
    exchangeRate && header
      ? t('field.rate', {
          from: header.currency,
          rate: formats.number(exchangeRate.rate, 9),
          to: currency,
          day: formats.day(exchangeRate.date),
        })
      : null;
  return (
    <Field id={id} label={t('field.currency')} wide={rate !== null} note={rate}>
      <Select
        id={id}
        variant="unstyled"
        classNames={{ input: classes['input'] ?? '' }}
        data={[...choices]}
        value={currency}
        readOnly={!editable || choices.size < 2}
        allowDeselect={false}
        comboboxProps={{ width: 110, position: 'bottom-start' }}
        onChange={choose}
      />
      {newer && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes['newer'] ?? ''}
          onClick={() => {
            editor.perform({
              name: 'editQuote',
              args: { id: quote.id, changes: { exchangeRate: newer } },
            });
          }}
        >
          {t('field.newestRate', { rate: formats.number(newer.rate, 9), day: formats.day(newer.date) })}
        </Button>
      )}
    </Field>
  );
}
