import { applyChanges, type ConfigurationChange } from '#shared/domain/catalog/configuration/configured-line';
import { defaultComponents } from '#shared/domain/catalog/configuration/default-components';
import type { Bundle, BundleGroup, BundleOption } from '#shared/domain/catalog/bundle';
import type { Product } from '#shared/domain/catalog/product';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { lineOf } from '../../records/configuration/fix-changes';

/** A bundle's components while a person puts it together; nothing is stored until they apply it. */
export type BundleDraft = readonly QuoteLine[];

export type BundleProduct = Product & { readonly bundle: Bundle };

export interface DraftTools {
  readonly parentId: string;
  /** A product's name in the quote's document language. */
  readonly nameOf: (sku: string) => string;
  readonly newId: () => string;
}

const componentOf = (
  { parentId, nameOf, newId }: DraftTools,
  { optionId, sku, quantity }: { optionId: string; sku: string; quantity: string },
): QuoteLine =>
  lineOf({ id: newId(), sku, quantity, description: nameOf(sku), component: { parentId, optionId } });

export const componentsIn = (quote: Quote, parentId: string): BundleDraft =>
  linesOf(quote).filter(({ component }) => component?.parentId === parentId);

/** CAT-3: the bundle as it begins. */
export const standardDraft = (bundle: Bundle, tools: DraftTools): BundleDraft =>
  defaultComponents(bundle).map((chosen) => componentOf(tools, chosen));

export const isChosen = (draft: BundleDraft, { id }: BundleOption): boolean =>
  draft.some(({ component }) => component?.optionId === id);

/** Takes the option, or leaves it; of exclusive options taking one leaves the others. Kept in the bundle's order. */
export function chooseOption(
  draft: BundleDraft,
  bundle: Bundle,
  group: BundleGroup,
  option: BundleOption,
  chosen: boolean,
  tools: DraftTools,
): BundleDraft {
  const leaving = new Set(
    chosen && group.choose.max === 1
      ? group.options.flatMap(({ id, kind }) => (kind === 'optional' && id !== option.id ? [id] : []))
      : [],
  );
  if (!chosen) leaving.add(option.id);
  const kept = draft.filter(({ component }) => !leaving.has(component?.optionId ?? ''));
  if (!chosen || isChosen(kept, option)) return kept;
  const { id: optionId, sku, quantity } = option;
  return inOrder([...kept, componentOf(tools, { optionId, sku, quantity })], bundle);
}

export const setQuantity = (draft: BundleDraft, { id }: BundleOption, quantity: string): BundleDraft =>
  draft.map((line) => (line.component?.optionId === id ? { ...line, quantity } : line));

/** A fix, as far as it is about this bundle's components. */
export function applyFix(
  draft: BundleDraft,
  bundle: Bundle,
  changes: readonly ConfigurationChange[],
  tools: DraftTools,
): BundleDraft {
  const known = new Map(draft.map((line) => [line.id, line]));
  const after = applyChanges(draft, changes, tools.newId);
  const lines = after.flatMap(({ id, sku, quantity, component }): QuoteLine[] => {
    const line = known.get(id);
    if (line) return [{ ...line, quantity }];
    return component?.parentId === tools.parentId
      ? [componentOf({ ...tools, newId: () => id }, { optionId: component.optionId, sku, quantity })]
      : [];
  });
  return inOrder(lines, bundle);
}

/** Whether a fix changes nothing but this bundle's components: only then it can wait until they are applied. */
export const isWithin = (
  draft: BundleDraft,
  changes: readonly ConfigurationChange[],
  parentId: string,
): boolean =>
  changes.every((change) =>
    change.kind === 'add-component'
      ? change.parentId === parentId
      : change.kind !== 'add-line' && draft.some(({ id }) => id === change.lineId),
  );

/** The quote as it would be with these components. */
export function withDraft(quote: Quote, parentId: string, draft: BundleDraft): Quote {
  const others = quote.items.filter(
    (item) => item.kind === 'section' || item.component?.parentId !== parentId,
  );
  const at = others.findIndex(({ id }) => id === parentId);
  return { ...quote, items: others.toSpliced(at + 1, 0, ...draft) };
}

function inOrder(draft: BundleDraft, { groups }: Bundle): BundleDraft {
  const place = new Map(groups.flatMap(({ options }) => options).map(({ id }, at) => [id, at] as const));
  const placeOf = ({ component }: QuoteLine) => place.get(component?.optionId ?? '') ?? place.size;
  return draft.toSorted((a, b) => placeOf(a) - placeOf(b));
}
