import { assertNever } from '../../lib/assert-never';
import type { Opportunity } from '../deal/opportunity';
import type { RegistrationRequest } from '../deal/registration-request';
import type { Decimal } from '../money/amount';
import { compare, divide } from '../money/exact';
import { formatRounded } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { sumDecimals } from '../money/sum-decimals';
import type { Goal } from './goal';
import { isInPeriod, periodOf } from './goal-period';

/** Of a quote, what a goal counts. */
interface PresentedQuote {
  readonly ownerId: string;
  readonly state: string;
  readonly pricingDate: string;
}

/** What people reached. */
export interface Reached {
  readonly opportunities: readonly Pick<
    Opportunity,
    'ownerId' | 'stage' | 'amount' | 'currency' | 'closeOn'
  >[];
  readonly registrations: readonly Pick<
    RegistrationRequest,
    'ownerId' | 'state' | 'receivedAt' | 'capturedAt'
  >[];
  readonly quotes: readonly PresentedQuote[];
  /** The calendar day of an instant where the partner is. */
  readonly dayOf: (instant: string) => string;
}

export interface GoalProgress {
  /** An exact amount in the goal's currency, or a count. */
  readonly reached: Decimal;
  /** Of the target, in percent with one decimal, rounded down so that 100 is said of what is reached; null: there is no target. */
  readonly percent: Decimal | null;
  readonly isReached: boolean;
}

/**
 * How far a goal is reached. Deals count on the day they were to close, registrations on the day the server received them (till then the
 * device's), quotes on their pricing date once the customer has seen them; amounts in another currency than the goal's do not count (PR-1).
 */
export function goalProgress(goal: Goal, reached: Reached): GoalProgress {
  const amount = reachedOf(goal, reached);
  const [now, target] = [decimal(amount), decimal(goal.target)];
  const percent =
    target.n === 0n ? null : formatRounded(divide({ n: now.n * 100n, d: now.d }, target), 1, 'down');
  return { reached: amount, percent, isReached: compare(now, target) >= 0 };
}

function reachedOf({ measure, period, userId, currency }: Goal, reached: Reached): Decimal {
  const days = periodOf(period);
  const isTheirs = ({ ownerId }: { readonly ownerId: string }) => userId === null || ownerId === userId;
  const won = () =>
    reached.opportunities.filter(
      (each) => isTheirs(each) && each.stage === 'won' && isInPeriod(each.closeOn, days),
    );
  switch (measure) {
    case 'won-amount':
      return sumDecimals(
        won()
          .filter((each) => each.currency === currency)
          .map(({ amount }) => amount),
      );
    case 'won-deals':
      return String(won().length);
    case 'registrations':
      return String(
        reached.registrations.filter(
          (each) =>
            isTheirs(each) &&
            each.state !== 'withdrawn' &&
            isInPeriod(reached.dayOf(each.receivedAt ?? each.capturedAt), days),
        ).length,
      );
    case 'quotes-presented':
      return String(
        reached.quotes.filter(
          (each) => isTheirs(each) && presented.has(each.state) && isInPeriod(each.pricingDate, days),
        ).length,
      );
    default:
      return assertNever(measure);
  }
}

/** States in which the customer has seen a quote for certain (QUO-2). */
const presented: ReadonlySet<string> = new Set(['presented', 'accepted', 'rejected', 'ordered']);
