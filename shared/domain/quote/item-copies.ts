import { linesOf, type Quote, type QuoteItem, type QuoteLine } from './quote';

/**
 * Copies of the items of `ids` with new ids, in their order. Parts go with the copy of their bundle, and a part copied alone is a line of
 * its own. Copies of all alternatives of a group are a group of their own; a single one joins the group, not chosen.
 */
export function itemCopies(
  quote: Pick<Quote, 'items'>,
  ids: ReadonlySet<string>,
  newId: () => string,
): readonly QuoteItem[] {
  const chosen = quote.items.filter(({ id }) => ids.has(id));
  const copyId = new Map(chosen.map(({ id }) => [id, newId()]));
  const groups = new Map<string, string>();
  for (const { alternative } of linesOf({ items: chosen })) {
    if (!alternative || groups.has(alternative.group)) continue;
    const whole = linesOf(quote).every(
      (line) => line.alternative?.group !== alternative.group || ids.has(line.id),
    );
    if (whole) groups.set(alternative.group, newId());
  }
  return chosen.map((item) => {
    const id = copyId.get(item.id) ?? item.id;
    return item.kind === 'section' ? { ...item, id } : { ...item, id, ...bonds(item, copyId, groups) };
  });
}

function bonds(
  { component, alternative }: QuoteLine,
  copyId: ReadonlyMap<string, string>,
  groups: ReadonlyMap<string, string>,
): Partial<QuoteLine> {
  const parentId = component ? copyId.get(component.parentId) : undefined;
  const group = alternative ? groups.get(alternative.group) : undefined;
  return {
    ...(component && { component: parentId === undefined ? null : { ...component, parentId } }),
    ...(alternative && {
      alternative: group === undefined ? { ...alternative, chosen: false } : { ...alternative, group },
    }),
  };
}
