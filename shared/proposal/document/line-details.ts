import type { OfferedLine } from '../offered-lines';
import type { DocumentKit } from './document-kit';

/** What is to be said about a line besides its figures: what it stands for, from when to when it runs, how it is paid. */
export function lineDetails({ formats, texts }: DocumentKit, line: OfferedLine): readonly string[] {
  const { period, term, bundleTotal, insteadOf, contractAction } = line;
  const details: string[] = [];
  if (insteadOf !== null) details.push(texts.insteadOf(insteadOf));
  if (contractAction !== null) details.push(texts.contract[contractAction]);
  if (period !== null) details.push(texts.period(formats.day(period.startsOn), formats.day(period.endsOn)));
  if (term && line.charge.kind === 'recurring') {
    details.push(texts.billing[term.billing]);
    if (term.ramp.length > 0) {
      details.push(
        texts.ramp(
          term.ramp.map(
            ({ months, quantity }) =>
              `${texts.months[formats.plural(months)](formats.count(months))}: ${formats.quantity(quantity)}`,
          ),
        ),
      );
    }
  }
  if (bundleTotal !== null) details.push(texts.bundleTotal(formats.amount(bundleTotal)));
  return details;
}
