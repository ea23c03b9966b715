import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigurationChange } from '#shared/domain/catalog/configuration/configured-line';
import type { Fix, IssueDetail } from '#shared/domain/catalog/configuration/issue';
import type { ConstraintTarget } from '#shared/domain/catalog/constraint';
import { textIn, type Localized } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import { assertNever } from '#shared/lib/assert-never';
import { contentLanguage } from '../../i18n/content-language';
import { useFormats } from '../../ui/formats';

export interface IssueTexts {
  readonly issue: (detail: IssueDetail) => string;
  /** The vendor's own words, where there are any. */
  readonly words: (text: Localized | null) => string;
  readonly change: (change: ConfigurationChange) => string;
  readonly fix: (fix: Fix) => string;
  readonly product: (sku: string) => string;
}

/** Issues and fixes in the person's language. `skuOf`: the SKU of a line. */
export function useIssueText(
  productOf: (sku: string) => Product | undefined,
  skuOf: (lineId: string) => string | undefined,
): IssueTexts {
  const { t, i18n } = useTranslation('configurator');
  const formats = useFormats();
  return useMemo(() => {
    const language = contentLanguage(i18n.language);
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const words = (text: Localized | null) => (text ? textIn(text, language) : '');
    const product = (sku: string) => words(productOf(sku)?.name ?? { en: sku });
    const products = (skus: readonly string[]) => list.format(skus.map(product));
    const number = (text: string) => formats.number(text, 3);
    const target = ({ skus: [first, ...more], family }: ConstraintTarget) => {
      if (first === undefined) return t('target.family', { family: family ?? '' });
      return more.length > 0 || family !== null
        ? t('target.more', { product: product(first) })
        : product(first);
    };
    const range = (least: string | null, most: string | null) => {
      if (least !== null && most !== null)
        return t('range.between', { least: number(least), most: number(most) });
      return least === null
        ? t('range.most', { most: number(most ?? '0') })
        : t('range.least', { least: number(least) });
    };

    const issue = (detail: IssueDetail): string => {
      switch (detail.kind) {
        case 'missing-required-option':
        case 'unknown-option':
        case 'contradictory':
          return t(`issue.${detail.kind}`, { product: product(detail.sku) });
        case 'too-few':
          return t('issue.too-few', { ...detail, group: words(detail.group) });
        case 'too-many':
          return t('issue.too-many', { ...detail, group: words(detail.group) });
        case 'exclusive':
          return t('issue.exclusive', { group: words(detail.group), products: products(detail.skus) });
        case 'quantity-range':
          return t('issue.quantity-range', {
            product: product(detail.sku),
            quantity: number(detail.quantity),
            range: range(detail.least, detail.most),
          });
        case 'requires':
          return t('issue.requires', {
            product: product(detail.sku),
            target: target(detail.target),
            needed: number(detail.needed),
            present: number(detail.present),
          });
        case 'recommends':
          return t('issue.recommends', { product: product(detail.sku), target: target(detail.target) });
        case 'excludes':
          return t('issue.excludes', { product: product(detail.sku), products: products(detail.others) });
        case 'attribute':
          return detail.rule === 'sum'
            ? t('issue.attributeSum', {
                attribute: detail.attribute,
                target: target(detail.target),
                needed: number(detail.needed),
                present: number(detail.present),
              })
            : t('issue.attributeEqual', {
                attribute: detail.attribute,
                values: list.format(detail.values.map(({ value }) => value)),
              });
        case 'circular':
          return t('issue.circular', {
            product: product(detail.path[0] ?? ''),
            path: detail.path.map(product).join(' → '),
          });
        default:
          return assertNever(detail);
      }
    };

    const change = (one: ConfigurationChange): string => {
      switch (one.kind) {
        case 'add-line':
        case 'add-component':
          return t('change.add', { quantity: number(one.quantity), product: product(one.sku) });
        case 'set-quantity':
          return t('change.set-quantity', {
            quantity: number(one.quantity),
            product: product(skuOf(one.lineId) ?? ''),
          });
        default:
          return t(`change.${one.kind}`, { product: product(skuOf(one.lineId) ?? '') });
      }
    };
    return { issue, words, change, fix: ({ changes }) => changes.map(change).join(' · '), product };
  }, [t, i18n.language, formats, productOf, skuOf]);
}
