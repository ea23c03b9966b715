import { Button } from '@mantine/core';
import { IconAdjustments, IconArrowUp, IconPlus, IconTrendingDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { situationOf, sumOf, unitsIn } from '#shared/domain/catalog/configuration/situation';
import { suggestions, type Suggestion } from '#shared/domain/catalog/configuration/suggestions';
import { textIn } from '#shared/domain/catalog/localized';
import { add } from '#shared/domain/money/exact';
import { nextBand, type NextBand } from '#shared/domain/pricing/next-band';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useCustomerView } from '../../client/customer-view';
import type { ReadyPricingSource } from '../../client/pricing-source';
import { contentLanguage } from '../../i18n/content-language';
import { useFormats } from '../../ui/formats';
import { fixChanges, type QuoteEdit } from './fix-changes';
import classes from './guidance.module.css';
import { isOffered, useRelatedSource } from './use-configuration';

interface LineGuidanceProps {
  readonly quote: Quote;
  readonly line: QuoteLine;
  readonly editable: boolean;
  /** Runs the changes as one step that is undone as one. */
  readonly onChange: (changes: readonly QuoteEdit[]) => void;
}

/** QUO-6: what could be better about a line: the next band, what goes well with it, the next edition; and the way into its bundle. */
export function LineGuidance(props: LineGuidanceProps) {
  const { t } = useTranslation('configurator');
  const { quote, line } = props;
  const source = useRelatedSource(quote);
  if (source.status !== 'ready') return null;
  const bundleId = source.product(line.sku)?.bundle ? line.id : line.component?.parentId;
  return (
    <>
      {bundleId !== undefined && (
        <Button
          component={Link}
          to={`/quotes/${quote.id}/configure/${bundleId}`}
          variant="default"
          leftSection={<IconAdjustments size={15} stroke={1.8} aria-hidden />}
        >
          {t('configure')}
        </Button>
      )}
      <BandHint quote={quote} line={line} source={source} />
      <Suggestions {...props} source={source} />
    </>
  );
}

interface WithSource {
  readonly quote: Quote;
  readonly line: QuoteLine;
  readonly source: ReadyPricingSource;
}

/** Bands are what the partner pays: nothing for a customer's eyes, unless they are of the list price. */
function BandHint({ quote, line, source }: WithSource) {
  const { t } = useTranslation('configurator');
  const formats = useFormats();
  const customerView = useCustomerView(({ on }) => on);
  const band = useMemo(() => bandOf(quote, line, source), [quote, line, source]);
  if (!band || customerView) return null;
  const { currency } = source.book.header;
  const gain =
    band.gain.kind === 'percent'
      ? t('band.percent', { percent: formats.percent(band.gain.percent) })
      : band.gain.kind === 'price'
        ? t('band.price', { price: formats.unitPrice(band.gain.price, currency) })
        : formats.amount(band.gain.price, currency);
  const words = {
    more: formats.number(band.more, 3),
    from: formats.number(band.from, 3),
    gain,
  };
  return (
    <p className={classes['hint']}>
      <IconTrendingDown size={15} aria-hidden />
      {band.gain.kind === 'block' ? t('band.block', words) : t(`band.${band.gain.units}`, words)}
    </p>
  );
}

function bandOf(quote: Quote, line: QuoteLine, { book, product }: ReadyPricingSource): NextBand | null {
  const found = product(line.sku);
  // A part's quantity is the bundle's to change.
  if (!found || line.component) return null;
  const { family } = found;
  const { ofTarget } = situationOf(linesOf(quote), product);
  const committed = sumOf(ofTarget({ skus: [], family }));
  const own = unitsIn(line.quantity);
  return nextBand({
    schedules: book.header.policy.volumeSchedules,
    entry: book.entry(line.sku),
    family,
    quantity: { line: own, family: line.optional ? add(committed, own) : committed },
  });
}

function Suggestions({ quote, line, source, editable, onChange }: LineGuidanceProps & WithSource) {
  const { t, i18n } = useTranslation('configurator');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  const all = useMemo(() => {
    const offered = isOffered(source, quote.pricingDate);
    const list = (sku: string) => (offered(sku) ? source.book.entry(sku)?.list : undefined);
    return suggestions(linesOf(quote), source.product, list);
  }, [quote, source]);
  const own = all.filter(({ lineIds }) => lineIds.includes(line.id));
  if (own.length === 0) return null;
  const nameOf = (sku: string, as = language) => textIn(source.product(sku)?.name ?? { en: sku }, as);
  const take = (suggestion: Suggestion, sku: string) => {
    if (suggestion.kind === 'cross-sell') {
      const after = line.component?.parentId ?? line.id;
      const change = { kind: 'add-line', sku, quantity: suggestion.quantity, after } as const;
      onChange(fixChanges(quote, [change], (added) => nameOf(added, quote.documentLanguage), newId));
      return;
    }
    const changes = { sku, description: nameOf(sku, quote.documentLanguage) };
    onChange([{ name: 'editQuoteItems', args: { id: quote.id, edits: [{ itemId: line.id, changes }] } }]);
  };
  return (
    <section className={classes['suggestions']} aria-label={t('suggestions.title')}>
      <h3 className={classes['title']}>{t('suggestions.title')}</h3>
      {own.map((suggestion) => {
        const sku = suggestion.kind === 'cross-sell' ? suggestion.skus[0] : suggestion.sku;
        if (sku === undefined) return null;
        const Icon = suggestion.kind === 'cross-sell' ? IconPlus : IconArrowUp;
        return (
          <div key={suggestion.id} className={classes['suggestion']}>
            <div>
              <p className={classes['what']}>
                {suggestion.kind === 'cross-sell'
                  ? nameOf(sku)
                  : t('suggestions.upSell', {
                      product: nameOf(sku),
                      more: formats.unitPrice(suggestion.more, source.book.header.currency),
                    })}
              </p>
              <p className={classes['why']}>
                {suggestion.kind === 'cross-sell'
                  ? textIn(suggestion.why, language)
                  : t('suggestions.upSellWhy')}
              </p>
            </div>
            {editable && (
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<Icon size={13} aria-hidden />}
                onClick={() => take(suggestion, sku)}
              >
                {suggestion.kind === 'cross-sell' ? t('suggestions.add') : t('suggestions.switch')}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}
