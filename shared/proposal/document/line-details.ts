import type { OfferedLine } from '../offered-lines';
import type { DocumentKit } from './document-kit';

/** A date or a run of a ramp reads best on one line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0');

/** What is to be said about a line besides its figures: what it stands for, from when to when it runs, how it is paid. */
export function lineDetails({ formats, texts }: DocumentKit, line: OfferedLine): readonly string[] {
  const { period, term, runs, bundleTotal, insteadOf, contractAction } = line;
  const details: string[] = [];
  if (insteadOf !== null) details.push(texts.insteadOf(insteadOf));
  if (contractAction !== null) details.push(texts.contract[contractAction]);
  if (period !== null)
    details.push(texts.period(whole(formats.day(period.startsOn)), whole(formats.day(period.endsOn))));
  if (term && line.charge.kind === 'recurring') {
    // A credit is not paid by the customer.
    if (contractAction !== 'reduce') details.push(texts.billing[term.billing]);
    if (runs.length > 0) {
      details.push(
        texts.ramp(
          runs.map(({ months, quantity }) =>
            whole(
              `${texts.months[formats.plural(months)](formats.count(months))}: ${formats.quantity(quantity)}`,
            ),
          ),
        ),
      );
    }
  }
  if (line.charge.kind === 'usage') details.push(texts.usageNote);
  if (bundleTotal !== null) details.push(texts.bundleTotal(formats.amount(bundleTotal)));
  return details;
}
