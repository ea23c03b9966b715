import type { TFunction } from 'i18next';
import { tierSchema } from '#shared/domain/partner/partner';
import type { PriceStep, StepPart } from '#shared/domain/pricing/priced';
import type { Formats } from '../../../ui/format-values';

type Words = TFunction<['quotes', 'catalog']>;

/** What the steps of one line speak of by id or code. */
export interface StepNames {
  /** From and to which currency, where the book's is another. */
  readonly conversion: { readonly from: string; readonly to: string } | null;
  readonly promotion: (code: string) => string | undefined;
}

/** Steps that set a price rather than change one. */
const bases: ReadonlySet<PriceStep['step']> = new Set([
  'list',
  'conversion',
  'distributor-price',
  'reseller-price',
  'partner-price',
  'contract',
  'fixed',
  'quantity',
  'ramp',
  'term',
]);
export const isBase = (step: PriceStep['step']): boolean => bases.has(step);

/** Steps whose rule is a name that says something; of the others it would only repeat the step. */
const named: ReadonlySet<PriceStep['step']> = new Set([
  'list',
  'partner-price',
  'contract',
  'uplift',
  'volume',
  'agreement',
  'deal-registration',
  'special-bid',
]);

/** Where a step comes from, in words: the agreement, the promotion's name, the rate and its day (PR-5). */
export function ruleText(
  { step, rule, rate }: PriceStep,
  names: StepNames,
  t: Words,
  formats: Formats,
): string {
  switch (step) {
    case 'tier': {
      const tier = tierSchema.safeParse(rule);
      return tier.success ? t(`catalog:tier.${tier.data}`) : rule;
    }
    case 'promotion':
      return rule === step ? '' : (names.promotion(rule) ?? rule);
    case 'conversion':
      return names.conversion && rate !== null
        ? t('field.rate', {
            ...names.conversion,
            rate: formats.number(rate, 9),
            day: /^\d{4}-\d\d-\d\d$/.test(rule) ? formats.day(rule) : rule,
          })
        : '';
    default:
      return named.has(step) && rule !== step ? rule : '';
  }
}

/** PR-11, PR-12, PR-15: how units differ, "10 at 100.00, 1 at 95.00"; for how long they run, "13 of 12 months". Nothing when they are all alike. */
export function partsText({ step, rule, parts, amount }: PriceStep, t: Words, formats: Formats): string {
  if (step === 'term') {
    const [part] = parts;
    return part && amount === null ? periodText(part.figure, rule, t) : '';
  }
  return parts.map((part) => partText(part, rule, t, formats)).join(', ');
}

function partText({ kind, units, figure }: StepPart, period: string, t: Words, formats: Formats): string {
  const count = formats.number(units);
  if (kind === 'periods')
    return t('why.part.periods', { units: count, figure: periodText(figure, period, t) });
  if (kind === 'percent-off' && !/[1-9]/.test(figure)) return t('why.part.unchanged', { units: count });
  const write = kind === 'percent-off' ? formats.percent(figure) : formats.unitPrice(figure);
  return t(`why.part.${kind}`, { units: count, figure: write });
}

/** "13/12" of a year is 13 of 12 months; what is no whole month stays the fraction it is. */
function periodText(fraction: string, period: string, t: Words): string {
  const [over = '1', under = '1'] = fraction.split('/');
  const [n, d] = [BigInt(over), BigInt(under)];
  if (period === 'year' && 12n % d === 0n) return t('why.period.months', { months: String((n * 12n) / d) });
  if (d === 1n && period !== 'year') return t('charge.months', { count: Number(n) });
  return t(period === 'year' ? 'why.period.year' : 'why.period.month', { figure: fraction });
}

/** What a step changes the price by. */
export function changeText(
  { step, rate, amount, before, after }: PriceStep,
  formats: Formats,
  t: Words,
): string {
  if (step === 'quantity' && amount !== null) return `× ${formats.number(amount)}`;
  if (step === 'term') return amount === null ? '' : t('charge.months', { count: Number(amount) });
  if (isBase(step)) return '';
  const sign = Number(after) < Number(before) ? '\u2212' : Number(after) > Number(before) ? '+' : '';
  if (rate !== null) return `${sign}${formats.percent(rate)}`;
  return '';
}
