import type { Account } from '#shared/domain/deal/account';
import type { Language } from '#shared/domain/catalog/localized';
import type { QuoteItem, QuoteLine, SellBasis } from '#shared/domain/quote/quote';
import type { CatalogItem } from '../catalog/build-products';
import type { BookCurrency } from '../catalog/list-price';
import type { DealContext } from './deal-context';
import type { QuotePlan } from './deal-plans';
import { pickProducts, pickQuantity } from './pick-products';

interface QuoteFacts {
  readonly quoteId: string;
  readonly account: Account;
  readonly families: readonly string[];
  readonly language: Language;
  readonly currency: BookCurrency;
}

type SectionName = 'hardware' | 'software' | 'service';
const sectionOrder: readonly SectionName[] = ['hardware', 'software', 'service'];

const sectionOf = ({ product: { kind } }: CatalogItem): SectionName =>
  kind === 'hardware' || kind === 'service' ? kind : 'software';

/** The lines of a planned quote, under headings when the plan says so; the optional ones stand last in their section. */
export function buildQuoteItems(context: DealContext, plan: QuotePlan, facts: QuoteFacts): QuoteItem[] {
  const { texts } = context;
  const products = pickProducts(context, facts.account, facts.families, plan.lines);
  const lines = products.map((item, at) => ({
    section: sectionOf(item),
    line: buildLine(context, plan, facts, item, at),
  }));
  if (!plan.sections) return lines.map(({ line }) => line);
  return sectionOrder.flatMap((name): QuoteItem[] => {
    const own = lines.filter(({ section }) => section === name).map(({ line }) => line);
    if (own.length === 0) return [];
    const title = texts.sections[name][facts.language];
    return [{ kind: 'section', id: `${facts.quoteId}-${name}`, title }, ...own];
  });
}

function buildLine(
  context: DealContext,
  plan: QuotePlan,
  { quoteId, language, currency }: QuoteFacts,
  item: CatalogItem,
  at: number,
): QuoteLine {
  const { random, texts } = context;
  const usual = sellBasis(item, currency, random.integer(1, 100));
  const sell: SellBasis = plan.margin === undefined ? usual : { kind: 'margin', percent: plan.margin };
  return {
    kind: 'line',
    id: `${quoteId}-line-${String(at + 1).padStart(2, '0')}`,
    sku: item.product.sku,
    description: item.product.name[language] ?? item.product.name.en,
    quantity: pickQuantity(item, context),
    sell,
    discountPercent: sell.kind === 'list' ? random.pick(plan.discounts) : '0',
    note: random.chance(8) ? random.pick(texts.lineNotes)[language] : '',
    optional: at >= plan.lines - plan.optional,
  };
}

/** Mostly off list; now and then from the purchase price or at a fixed one, so that every way of selling is there (PR-20). */
function sellBasis({ list }: CatalogItem, currency: BookCurrency, dice: number): SellBasis {
  if (dice > 96) return { kind: 'fixed', unitPrice: list[currency] };
  if (dice > 88) return { kind: 'margin', percent: '17.5' };
  if (dice > 78) return { kind: 'markup', percent: '15' };
  return { kind: 'list' };
}
