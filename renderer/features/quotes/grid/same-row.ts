import type { PricedLine } from '#shared/domain/pricing/priced';
import type { GridRow } from './grid-rows';

/** Whether two rows look the same in the grid. */
export function saysTheSame(a: GridRow, b: GridRow): boolean {
  if (a.kind === 'section') {
    return b.kind === 'section' && a.title === b.title && sameText(a.subtotal, b.subtotal);
  }
  return (
    b.kind === 'line' &&
    a.number === b.number &&
    a.line === b.line &&
    a.isPart === b.isPart &&
    a.included === b.included &&
    a.alternativeIssue === b.alternativeIssue &&
    a.drafts.quantity === b.drafts.quantity &&
    a.drafts.discountPercent === b.drafts.discountPercent &&
    a.drafts.unitPrice === b.drafts.unitPrice &&
    samePrice(a.priced, b.priced) &&
    sameText(a.bundle, b.bundle) &&
    sameText(a.breaches, b.breaches)
  );
}

/** Only what the grid shows: the steps of the explanation are the side panel's. */
function samePrice(a: PricedLine | undefined, b: PricedLine | undefined): boolean {
  if (a?.status !== 'priced' || b?.status !== 'priced') return sameText(a, b);
  const [before, after] = [a.amounts, b.amounts];
  return (
    a.optional === b.optional &&
    before.quantity === after.quantity &&
    before.listUnit === after.listUnit &&
    before.sellUnit === after.sellUnit &&
    before.sellLine === after.sellLine &&
    before.buyLine === after.buyLine &&
    before.marginPercent === after.marginPercent &&
    before.minimumUnit === after.minimumUnit &&
    sameText(before.period, after.period) &&
    sameText(before.charge, after.charge)
  );
}

const sameText = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
