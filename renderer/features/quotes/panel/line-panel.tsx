import { Switch } from '@mantine/core';
import { IconClick } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { minorUnits } from '#shared/domain/money/minor-units';
import type { PricedAmounts, PriceStep } from '#shared/domain/pricing/priced';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { useRecords } from '../../../client/hooks';
import { LineGuidance } from '../../../records/configuration/line-guidance';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { editLines, setTerm } from '../editing/line-changes';
import { useOpenQuote } from '../editing/open-quote';
import { breachText } from '../grid/breach-text';
import { AutoSavedText } from './auto-saved-text';
import classes from './panel.module.css';
import { Payments } from './payments';
import { SellBasisField } from './sell-basis-field';
import type { StepNames } from './step-words';
import { TermSection } from './term-section';
import { Waterfall } from './waterfall';

/** Everything about the line under the cursor: why it costs what it costs, and what is said about it. */
export function LinePanel() {
  const { t } = useTranslation('quotes');
  const { quote, selection, pricedLines } = useOpenQuote();
  // Going through the lines with the arrows must not wait for the explanation of each.
  const activeId = useDeferredValue(useStore(selection, (state) => state.activeId));
  const line = quote.items.find((item) => item.id === activeId);
  if (line?.kind !== 'line')
    return <EmptyState icon={IconClick} title={t('why.noLine.title')} text={t('why.noLine.text')} />;
  const priced = pricedLines.get(line.id);
  return (
    <div className={classes['stack']} key={line.id}>
      <header>
        <p className={classes['overline']}>{line.sku}</p>
        <h2 className={classes['heading']}>{line.description}</h2>
      </header>
      {priced?.status === 'priced' && <Prices line={line} amounts={priced.amounts} />}
      {priced?.status === 'priced' && (
        <Payments payments={priced.amounts.payments} currency={quote.currency} />
      )}
      {priced?.status === 'problem' && <p className={classes['problem']}>{t('why.noPrice')}</p>}
      <Guidance line={line} />
      <LineFields line={line} />
    </div>
  );
}

function Prices({ line, amounts }: { readonly line: QuoteLine; readonly amounts: PricedAmounts }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { customerView, quote, breaches, priced } = useOpenQuote();
  const promotions = useRecords('promotion');
  const digits = minorUnits(quote.currency);
  const from = priced?.source.conversion?.from;
  const names: StepNames = {
    conversion: from === undefined ? null : { from, to: quote.currency },
    promotion: (code) => promotions?.find((promotion) => promotion.code === code)?.name,
  };
  return (
    <>
      <Waterfall
        caption={t('why.sell', { currency: quote.currency })}
        steps={customerView ? amounts.sellSteps.map(forCustomer) : amounts.sellSteps}
        names={names}
        digits={digits}
        totalLabel={t('why.sellNet')}
        total={amounts.sellLine}
      />
      {!customerView && (
        <>
          <Waterfall
            caption={t('why.buy', { currency: quote.currency })}
            steps={amounts.buySteps}
            names={names}
            digits={digits}
            totalLabel={t('why.buyNet')}
            total={amounts.buyLine}
          />
          <dl className={classes['figures']}>
            <dt>{t('why.lineMargin')}</dt>
            <dd data-loss={amounts.margin.startsWith('-') || undefined}>
              {formats.amount(amounts.margin, quote.currency)}
              {amounts.marginPercent !== null && ` · ${formats.percent(amounts.marginPercent)}`}
            </dd>
          </dl>
        </>
      )}
      {!customerView &&
        (breaches.get(line.id) ?? []).map((breach) => (
          <p key={breach.floor} className={classes['warning']}>
            {breachText(breach, t, formats)}
          </p>
        ))}
    </>
  );
}

/** How the price was made from what we pay is ours alone: the customer sees where it starts, not from what (QUO-5). */
function forCustomer(step: PriceStep): PriceStep {
  if (step.step === 'markup' || step.step === 'margin' || step.step === 'fixed')
    return { ...step, step: 'fixed', rule: 'fixed', rate: null, amount: step.after };
  return step.step === 'conversion' ? step : { ...step, rule: step.step };
}

function Guidance({ line }: { readonly line: QuoteLine }) {
  const { quote, editor, editable } = useOpenQuote();
  return (
    <LineGuidance
      quote={quote}
      line={line}
      editable={editable}
      onChange={(changes) => editor.perform(...changes)}
    />
  );
}

/** For a line whose product does not recur (any more) but still has a term, so that it can be taken away. */
const undatedYear = { kind: 'recurring', period: 'year', termMonths: 12 } as const;

function LineFields({ line }: { readonly line: QuoteLine }) {
  const { t } = useTranslation('quotes');
  const { editor, quote, editable, customerView, source } = useOpenQuote();
  const charge = source.product?.(line.sku)?.charge;
  const edit = (changes: Parameters<typeof editLines>[2]) => {
    editor.perform(editLines(editor.store.getState().quote, [line.id], changes));
  };
  return (
    <section className={classes['stack']} aria-label={t('line.fields')}>
      {!customerView && (
        <SellBasisField
          key={JSON.stringify(line.sell)}
          line={line}
          currency={quote.currency}
          readOnly={!editable}
          onChange={edit}
        />
      )}
      {(charge?.kind === 'recurring' || line.term) && (
        <TermSection
          line={line}
          charge={charge?.kind === 'recurring' ? charge : undatedYear}
          onChange={({ term }) => {
            const recurs = (sku: string) => source.product?.(sku)?.charge.kind === 'recurring';
            editor.perform(setTerm(editor.store.getState().quote, line, term, recurs));
          }}
        />
      )}
      <AutoSavedText
        label={t('field.description')}
        value={line.description}
        readOnly={!editable}
        maxLength={10_000}
        onSave={(description) => edit({ description })}
      />
      <AutoSavedText
        label={t('field.note')}
        description={t('line.noteHelp')}
        value={line.note}
        readOnly={!editable}
        maxLength={10_000}
        onSave={(note) => edit({ note })}
      />
      <Switch
        label={t('line.optional')}
        description={t('line.optionalHelp')}
        checked={line.optional}
        disabled={!editable}
        onChange={(event) => edit({ optional: event.currentTarget.checked })}
      />
    </section>
  );
}
