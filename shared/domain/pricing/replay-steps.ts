import { assertNever } from '../../lib/assert-never';
import type { Decimal } from '../money/amount';
import { add, divide, multiply, subtract, zero, type Exact } from '../money/exact';
import { fromMinor, toMinor } from '../money/minor-units';
import { decimal } from '../money/parse-decimal';
import { lessPercent, percentOf, plusPercent } from '../money/percent';
import { roundingModeSchema } from '../money/rounding-mode';
import type { PricedAmounts, PriceStep, StepPart } from './priced';

/** What the steps of a line come to, exactly. */
export interface Replayed {
  readonly buyUnit: Exact;
  readonly buyLine: Exact;
  readonly sellLine: Exact;
  /** The exact value after each step, in the order of buySteps and sellSteps. */
  readonly afterBuySteps: readonly Exact[];
  readonly afterSellSteps: readonly Exact[];
}

/** PR-26: applies the steps of an explanation again, from nothing but what they say. Written apart from the rules that made them. */
export function replaySteps({ buySteps, sellSteps }: PricedAmounts): Replayed {
  const afterBuySteps = replay(buySteps, zero);
  const lastUnit = buySteps.findLastIndex(({ per }) => per === 'unit');
  const buyUnit = afterBuySteps[lastUnit] ?? zero;
  const afterSellSteps = replay(sellSteps, buyUnit);
  return {
    buyUnit,
    buyLine: afterBuySteps.at(-1) ?? zero,
    sellLine: afterSellSteps.at(-1) ?? zero,
    afterBuySteps,
    afterSellSteps,
  };
}

function replay(steps: readonly PriceStep[], start: Exact): Exact[] {
  let value = start;
  let list = zero;
  return steps.map((step) => {
    value = apply(step, value, list);
    // The list price of the quote: as the book has it, or converted (PR-5).
    if (step.step === 'list' || step.step === 'conversion') list = value;
    return value;
  });
}

function apply(step: PriceStep, value: Exact, list: Exact): Exact {
  if (step.note === 'not-best-of-group' || step.note === 'no-benefit') return value;
  const rate = exactOf(step.rate);
  const amount = exactOf(step.amount);
  switch (step.step) {
    case 'list':
    case 'partner-price':
      return step.parts.length === 0 ? amount : averageOf(step, value, list);
    case 'conversion':
      return multiply(value, rate);
    case 'distributor-price':
      return step.amount === null ? lessPercent(value, rate) : plusPercent(amount, rate);
    case 'contract':
    case 'bundle-allocation':
    case 'fixed':
      return amount;
    case 'volume':
      return percentOff(step, value, list, step.parts.length === 0 ? rate : averageFigure(step));
    case 'tier':
    case 'agreement':
    case 'promotion':
    case 'deal-registration':
    case 'special-bid':
      if (step.parts.length > 0) return averageOf(step, value, list);
      return step.rate === null ? amount : percentOff(step, value, list, rate);
    case 'line-discount':
      return percentOff(step, value, list, rate);
    case 'included':
      return zero;
    case 'credit':
      return step.note === 'no-credit' ? zero : { n: -value.n, d: value.d };
    case 'bundle-discount':
      return lessPercent(value, rate);
    case 'reseller-price':
    case 'uplift':
    case 'markup':
    case 'tax-gross-up':
      return plusPercent(value, rate);
    case 'margin':
      return divide(value, lessPercent({ n: 1n, d: 1n }, rate));
    case 'quantity':
      return multiply(value, amount);
    case 'term':
      return multiply(value, fraction(step.parts[0]?.figure ?? '0'));
    case 'ramp':
      return step.parts
        .map(({ units, figure }) => multiply(value, multiply(decimal(units), fraction(figure))))
        .reduce(add, zero);
    case 'quote-discount':
    case 'tax-extraction':
      return subtract(value, amount);
    case 'unit-rounding':
    case 'line-rounding': {
      // A rounded value is shown with exactly the decimals it was rounded to.
      const decimals = step.after.split('.')[1]?.length ?? 0;
      return fromMinor(toMinor(value, decimals, roundingModeSchema.parse(step.rule)), decimals);
    }
    default:
      return assertNever(step.step);
  }
}

const notBelowZero = (value: Exact): Exact => (value.n < 0n ? zero : value);

const percentOff = ({ basis }: PriceStep, value: Exact, list: Exact, rate: Exact): Exact =>
  notBelowZero(basis === 'list' ? subtract(value, percentOf(list, rate)) : lessPercent(value, rate));

/** The average of what the units have. */
function averageFigure({ parts }: PriceStep): Exact {
  const figures = parts.map(({ units, figure }) => multiply(decimal(units), decimal(figure)));
  return divide(figures.reduce(add, zero), parts.map(({ units }) => decimal(units)).reduce(add, zero));
}

/** The average price of units that differ; for a quantity of 0 the price of the first. */
function averageOf(step: PriceStep, value: Exact, list: Exact): Exact {
  const priceOf = ({ kind, figure }: StepPart): Exact => {
    switch (kind) {
      case 'percent-off':
        return percentOff(step, value, list, decimal(figure));
      case 'amount-off':
        return notBelowZero(subtract(value, decimal(figure)));
      default:
        return decimal(figure);
    }
  };
  const units = step.parts.map((part) => decimal(part.units)).reduce(add, zero);
  const [first] = step.parts;
  if (units.n === 0n) return first ? priceOf(first) : value;
  const sum = step.parts
    .map((part) =>
      part.kind === 'block' ? decimal(part.figure) : multiply(decimal(part.units), priceOf(part)),
    )
    .reduce(add, zero);
  return divide(sum, units);
}

/** "13/12" or "36". */
function fraction(text: string): Exact {
  const [n = '0', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

const exactOf = (text: Decimal | null): Exact => (text === null ? zero : decimal(text));
