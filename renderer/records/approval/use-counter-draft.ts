import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterOffer } from '#shared/domain/approval/approval';
import { parseInput, type InputError } from '#shared/domain/money/parse-input';
import { useRemembered } from '../../ui/use-remembered';
import { counterBetween, withCounter, type Discounted } from './counter';

/** The field of the quote's own discount among those of the lines. */
export const wholeQuote = 'quote';

export interface CounterDraft<T extends Discounted = Discounted> {
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: ReadonlyMap<string, InputError['type']>;
  /** The quote with every discount that can be read. */
  readonly after: T;
  readonly counter: CounterOffer;
  setText(field: string, text: string): void;
  clear(): void;
}

/** Other discounts as they are typed, kept under `key` until they are sent. Nothing typed in a field: as asked. */
export function useCounterDraft<T extends Discounted>(quote: T, key: string): CounterDraft<T> {
  const { i18n } = useTranslation();
  const [texts, setTexts] = useRemembered<Readonly<Record<string, string>>>(`draft:counter:${key}`, {});
  const read = useMemo(() => readCounter(quote, texts, i18n.language), [quote, texts, i18n.language]);
  return {
    texts,
    ...read,
    setText: (field, text) => setTexts((before) => ({ ...before, [field]: text })),
    clear: () => setTexts({}),
  };
}

/** What the typed texts mean, by line id or `wholeQuote`; a text that is no percentage changes nothing and is named. */
export function readCounter<T extends Discounted>(
  quote: T,
  texts: Readonly<Record<string, string>>,
  locale: string,
): Pick<CounterDraft<T>, 'problems' | 'after' | 'counter'> {
  const problems = new Map<string, InputError['type']>();
  const lines: CounterOffer['lines'] = [];
  let discountPercent: string | null = null;
  for (const [field, text] of Object.entries(texts)) {
    const percent = parseInput(text, 'percent', locale);
    if (!percent.ok) {
      if (percent.error.type !== 'empty') problems.set(field, percent.error.type);
    } else if (field === wholeQuote) discountPercent = percent.value;
    else lines.push({ lineId: field, discountPercent: percent.value });
  }
  const after = withCounter(quote, { discountPercent, lines });
  return { problems, after, counter: counterBetween(quote, after) };
}
