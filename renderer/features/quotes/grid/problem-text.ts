import type { TFunction } from 'i18next';
import type { LineProblem } from '#shared/domain/pricing/priced';
import type { Formats } from '../../../ui/format-values';

/** Why a line has no price, in a few words. */
export function problemText(problem: LineProblem, t: TFunction<'quotes'>, formats: Formats): string {
  switch (problem.type) {
    case 'sku-not-in-book':
      return t('lineProblem.notInBook');
    case 'price-not-yet-valid':
      return t('lineProblem.notYet', { day: formats.day(problem.from) });
    case 'price-ended':
      return t('lineProblem.ended', { day: formats.day(problem.until) });
    case 'margin-impossible':
      return t('lineProblem.margin', { percent: formats.percent(problem.percent) });
    case 'sku-not-in-catalog':
      return t('lineProblem.notInCatalog');
    case 'currency-mismatch':
      return t('lineProblem.currency', { book: problem.book, quote: problem.quote });
    case 'invalid-number':
      return t('lineProblem.invalidNumber', { text: shorten(problem.text) });
    case 'exchange-rate-missing':
      return t('lineProblem.rateMissing', { from: problem.from, to: problem.to });
    case 'exchange-rate-unknown':
      return t('lineProblem.rateUnknown', {
        rate: formats.number(problem.rate, 10),
        day: formats.day(problem.date),
      });
    case 'below-first-band':
      return t('lineProblem.belowFirstBand', { from: formats.number(problem.from) });
    case 'invalid-term':
      return t(`lineProblem.term.${problem.why}`);
    case 'invalid-bundle':
      return t(`lineProblem.bundle.${problem.why}`);
    case 'bundle-incomplete':
      return t('lineProblem.bundleIncomplete', { skus: problem.skus.join(', ') });
    case 'invalid-contract-change':
      return t(`lineProblem.contract.${problem.why}`);
    case 'kept-version-missing':
      return t('lineProblem.keptVersionMissing', { version: problem.version });
    default:
      return problem satisfies never;
  }
}

export const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
