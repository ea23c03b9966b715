import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { Section } from '../../ui/section';
import { PriceSteps } from './price-steps';
import classes from './vendor-desk.module.css';

/** PR-26: how the server comes to what the partner pays and what the customer pays, for one line at a time. */
export function LineExplanation({
  quote,
  priced,
  first,
}: {
  readonly quote: Quote;
  readonly priced: PricedQuote;
  /** The line shown at first; without it the quote's first. */
  readonly first?: string | undefined;
}) {
  const { t } = useTranslation('vendor-desk');
  const lines = linesOf(quote);
  const [chosen, setChosen] = useState<string | null>(null);
  const lineId = chosen ?? first ?? lines[0]?.id ?? null;
  const line = priced.lines.find((each) => each.lineId === lineId);
  return (
    <Section
      title={t('explain.title')}
      action={
        <Select
          w={340}
          aria-label={t('explain.line')}
          searchable
          value={lineId}
          data={lines.map(({ id, sku, description }, index) => ({
            value: id,
            label: `${index + 1} · ${sku} · ${description}`,
          }))}
          onChange={setChosen}
        />
      }
    >
      {line?.status === 'priced' ? (
        <div className={classes['steps']}>
          <PriceSteps label={t('explain.buy', { currency: priced.currency })} steps={line.amounts.buySteps} />
          <PriceSteps
            label={t('explain.sell', { currency: priced.currency })}
            steps={line.amounts.sellSteps}
          />
        </div>
      ) : (
        <p className={classes['words']}>{t('explain.none')}</p>
      )}
    </Section>
  );
}
