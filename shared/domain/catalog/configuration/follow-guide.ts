import type { Decimal } from '../../money/amount';
import { add, compare, divide, multiply, type Exact, zero } from '../../money/exact';
import { formatRounded, trimDecimals } from '../../money/format-decimal';
import { decimal, parseDecimal } from '../../money/parse-decimal';
import type { Localized } from '../localized';
import type { Product } from '../product';
import type { GuideCondition, GuideQuestion, QuantityFormula, SellingGuide } from '../selling-guide';

/** The options chosen, or the number typed, by question. */
export type GuideAnswers = ReadonlyMap<string, readonly string[] | Decimal>;

/** Why something is proposed or where it stands: the vendor's words and the questions whose answers led to it. */
export interface GuideReason {
  readonly text: Localized;
  readonly questions: readonly string[];
  readonly score: number;
}

export interface GuideSuggestion {
  readonly sku: string;
  readonly purpose: string;
  readonly quantity: Decimal;
  readonly score: number;
  readonly reasons: readonly GuideReason[];
  /** The best of its purpose; the others are alternatives to it. */
  readonly best: boolean;
}

export interface GuideResult {
  /** Best first, ties in the guide's order; alternatives right after the best of their purpose. */
  readonly suggestions: readonly GuideSuggestion[];
  readonly excluded: readonly { readonly sku: string; readonly reasons: readonly GuideReason[] }[];
}

/** The questions to ask, given the answers so far, in order. An answer to a question that is no longer asked counts for nothing. */
export function questionsToAsk(guide: SellingGuide, answers: GuideAnswers): readonly GuideQuestion[] {
  const asked: GuideQuestion[] = [];
  const known = new Map<string, readonly string[] | Decimal>();
  for (const question of guide.questions) {
    if (!question.when.every((condition) => holds(condition, known))) continue;
    asked.push(question);
    const answer = answers.get(question.id);
    if (answer !== undefined && isAnswer(question, answer)) known.set(question.id, answer);
  }
  return asked;
}

/** Whether it answers the question: at least one of its options, or a number within its range. */
export function isAnswer({ answer }: GuideQuestion, given: readonly string[] | Decimal): boolean {
  if (answer.kind === 'choice') {
    return (
      typeof given !== 'string' &&
      given.length > 0 &&
      (answer.multiple || given.length === 1) &&
      given.every((id) => answer.options.some((option) => option.id === id))
    );
  }
  const value = typeof given === 'string' ? parseDecimal(given) : undefined;
  return (
    value !== undefined &&
    compare(value, decimal(answer.least)) >= 0 &&
    compare(value, decimal(answer.most)) <= 0
  );
}

/**
 * CAT-5: the products the answers lead to. Quantities are exact; a product whose quantity comes to zero, or below its first size, is not
 * proposed. Offers of the same SKU for the same purpose are one, with the larger quantity and all their reasons.
 */
export function followGuide(
  guide: SellingGuide,
  answers: GuideAnswers,
  productOf: (sku: string) => Product | undefined,
): GuideResult {
  const known: GuideAnswers = new Map(
    questionsToAsk(guide, answers).flatMap((question) => {
      const answer = answers.get(question.id);
      return answer !== undefined && isAnswer(question, answer) ? [[question.id, answer] as const] : [];
    }),
  );
  const proposed = new Map<string, Omit<GuideSuggestion, 'best'>>();
  for (const { purpose, skus, quantity: formula, when, score, reason } of guide.offers) {
    if (!when.every((condition) => holds(condition, known))) continue;
    const quantity = quantityOf(formula, known);
    const sku = skuFor(skus, quantity);
    if (sku === undefined || quantity.n === 0n) continue;
    const reasons = [{ text: reason, questions: when.map(({ question }) => question), score }];
    const key = `${purpose} ${sku}`;
    const twin = proposed.get(key);
    const text = trimDecimals(formatRounded(quantity, 3, 'up'), 0);
    proposed.set(key, {
      sku,
      purpose,
      quantity: twin && compare(decimal(twin.quantity), quantity) > 0 ? twin.quantity : text,
      score: (twin?.score ?? 0) + score,
      reasons: [...(twin?.reasons ?? []), ...reasons],
    });
  }
  const rules = guide.rules.filter(({ when }) => when.every((condition) => holds(condition, known)));
  const excluded: GuideResult['excluded'][number][] = [];
  const left = [...proposed.values()].flatMap((suggestion): Omit<GuideSuggestion, 'best'>[] => {
    const { sku } = suggestion;
    const family = productOf(sku)?.family;
    const own = rules.filter(
      ({ target }) => target.skus.includes(sku) || (target.family !== null && target.family === family),
    );
    const reasonsOf = (kind: 'weigh' | 'exclude'): GuideReason[] =>
      own.flatMap(({ effect, reason, when }) =>
        effect.kind === kind
          ? [
              {
                text: reason,
                questions: when.map(({ question }) => question),
                score: effect.kind === 'weigh' ? effect.score : 0,
              },
            ]
          : [],
      );
    const against = reasonsOf('exclude');
    if (against.length > 0) {
      excluded.push({ sku, reasons: against });
      return [];
    }
    const weighed = reasonsOf('weigh');
    const score = weighed.reduce((sum, reason) => sum + reason.score, suggestion.score);
    return [{ ...suggestion, score, reasons: [...suggestion.reasons, ...weighed] }];
  });
  return { suggestions: ranked(left), excluded };
}

function ranked(suggestions: readonly Omit<GuideSuggestion, 'best'>[]): GuideSuggestion[] {
  const byScore = suggestions.toSorted((a, b) => b.score - a.score);
  const purposes = [...new Set(byScore.map(({ purpose }) => purpose))];
  return purposes.flatMap((purpose) =>
    byScore
      .filter((suggestion) => suggestion.purpose === purpose)
      .map((suggestion, at) => ({ ...suggestion, best: at === 0 })),
  );
}

function holds(condition: GuideCondition, answers: GuideAnswers): boolean {
  const answer = answers.get(condition.question);
  if (answer === undefined) return false;
  if (condition.kind === 'chosen')
    return typeof answer !== 'string' && condition.anyOf.some((id) => answer.includes(id));
  const value = typeof answer === 'string' ? parseDecimal(answer) : undefined;
  if (!value) return false;
  const { from, below } = condition;
  return (
    (from === null || compare(value, decimal(from)) >= 0) &&
    (below === null || compare(value, decimal(below)) < 0)
  );
}

function quantityOf({ terms, constant, step, atLeast }: QuantityFormula, answers: GuideAnswers): Exact {
  const sum = terms.reduce((total, { factor, questions }) => {
    const product = questions.reduce<Exact>((value, question) => {
      const answer = answers.get(question);
      return multiply(value, (typeof answer === 'string' && parseDecimal(answer)) || zero);
    }, decimal(factor));
    return add(total, product);
  }, decimal(constant));
  const size = decimal(step);
  const steps = divide(sum, size);
  const whole: Exact = { n: (steps.n + steps.d - 1n) / steps.d, d: 1n };
  const rounded = multiply(whole, size);
  const least = decimal(atLeast);
  return compare(rounded, least) < 0 ? least : rounded;
}

function skuFor(skus: SellingGuide['offers'][number]['skus'], quantity: Exact): string | undefined {
  return skus
    .filter(({ from }) => compare(decimal(from), quantity) <= 0)
    .toSorted((a, b) => compare(decimal(b.from), decimal(a.from)))[0]?.sku;
}
