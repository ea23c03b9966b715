import { useTranslation } from 'react-i18next';
import { compare, subtract, zero } from '#shared/domain/money/exact';
import { formatRounded } from '#shared/domain/money/format-decimal';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { BundleGroup } from '#shared/domain/catalog/bundle';
import { textIn } from '#shared/domain/catalog/localized';
import type { PricedAmounts } from '#shared/domain/pricing/priced';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import type { ReadyPricingSource } from '../../client/pricing-source';
import { contentLanguage } from '../../i18n/content-language';
import {
  chooseOption,
  setQuantity,
  withDraft,
  type BundleDraft,
  type BundleProduct,
  type DraftTools,
} from './bundle-draft';
import { BundleOptionRow } from './bundle-option-row';
import classes from './configurator.module.css';
import type { PriceOf } from './use-quote-price';

interface BundleGroupsProps {
  readonly quote: Quote;
  readonly parent: QuoteLine;
  readonly product: BundleProduct;
  readonly source: ReadyPricingSource;
  readonly draft: BundleDraft;
  readonly tools: DraftTools;
  readonly price: PriceOf | undefined;
  readonly priced: ReadonlyMap<string, PricedAmounts> | undefined;
  readonly editable: boolean;
  readonly onDraft: (draft: BundleDraft) => void;
}

/** A quote with more lines is priced only as it stands: pricing it once more for every option would be felt. */
const tryOptionsUpTo = 120;

export function BundleGroups({
  quote,
  parent,
  product,
  source,
  draft,
  tools,
  price,
  priced,
  editable,
  onDraft,
}: BundleGroupsProps) {
  const { i18n } = useTranslation();
  const language = contentLanguage(i18n.language);
  const { bundle } = product;
  const totalNow = priced?.get(parent.id)?.bundle?.sellLine;

  /** What the bundle would cost the customer more or less with the option taken, exactly; null: not known. */
  const effectOf = (next: BundleDraft): string | null => {
    if (!price || totalNow === undefined || quote.items.length > tryOptionsUpTo) return null;
    const then = price(withDraft(quote, parent.id, next)).get(parent.id)?.bundle?.sellLine;
    if (then === undefined) return null;
    const difference = subtract(decimal(then), decimal(totalNow));
    const decimals = totalNow.split('.')[1]?.length ?? 0;
    return compare(difference, zero) === 0 ? '0' : formatRounded(difference, decimals, 'half-up');
  };

  return bundle.groups.map((group) => {
    const optionalOnly = group.options.every(({ kind }) => kind === 'optional');
    const exclusive = group.choose.max === 1 && optionalOnly;
    return (
      <fieldset key={group.id} className={classes['group']} disabled={!editable}>
        <legend className={classes['legend']}>
          {textIn(group.name, language)}
          <ChooseHint group={group} />
        </legend>
        {group.options.map((option) => {
          const line = draft.find(({ component }) => component?.optionId === option.id);
          const choose = (chosen: boolean) => chooseOption(draft, bundle, group, option, chosen, tools);
          const amounts = line && priced?.get(line.id);
          return (
            <BundleOptionRow
              key={option.id}
              groupId={group.id}
              option={option}
              line={line}
              product={source.product(option.sku)}
              list={source.book.entry(option.sku)?.list}
              bookCurrency={source.book.header.currency}
              currency={quote.currency}
              sellLine={amounts?.sellLine}
              inPrice={bundle.pricing === 'fixed'}
              effect={line ? null : effectOf(choose(true))}
              exclusive={exclusive}
              // The only one that can be left again is one that need not be there.
              canLeave={group.choose.min === 0 || !exclusive}
              onChoose={(chosen) => onDraft(choose(chosen))}
              onQuantity={(quantity) => onDraft(setQuantity(draft, option, quantity))}
            />
          );
        })}
      </fieldset>
    );
  });
}

function ChooseHint({ group: { choose, options } }: { readonly group: BundleGroup }) {
  const { t } = useTranslation('configurator');
  const { min: least, max: most } = choose;
  const text = options.every(({ kind }) => kind !== 'optional')
    ? t('group.fixed')
    : most === 1
      ? t(least === 1 ? 'group.one' : 'group.atMostOne')
      : most !== null
        ? t('group.range', { least, most })
        : least > 0
          ? t('group.least', { least })
          : t('group.any');
  return <span className={classes['choose']}>{text}</span>;
}
