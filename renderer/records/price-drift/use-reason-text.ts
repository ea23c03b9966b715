import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/product';
import type { LineProblem } from '#shared/domain/pricing/priced';
import { useFormats } from '../../ui/formats';
import type { DriftLine, DriftReason, StepFigure } from '#shared/domain/quote/price-drift';

/** Why a line's price differs, in one sentence of the person's language. */
export function useReasonText(product: (sku: string) => Product | undefined): (row: DriftLine) => string {
  const { t } = useTranslation(['price-drift', 'quotes']);
  const formats = useFormats();
  return useCallback(
    ({ line, kind, reasons }) => {
      if (kind === 'unchanged') return t('reason.unchanged');
      const problem = (of: LineProblem): string => {
        switch (of.type) {
          case 'sku-not-in-book': {
            const successor = product(line.sku)?.successorSku;
            return successor ? t('reason.successor', { successor }) : t('reason.gone');
          }
          case 'price-ended':
            return t('reason.ended', { day: formats.day(of.until) });
          case 'price-not-yet-valid':
            return t('reason.notYet', { day: formats.day(of.from) });
          default:
            return t('reason.noPrice');
        }
      };
      const figure = ({ rate, amount, rule }: StepFigure): string =>
        rate !== null ? formats.percent(rate) : amount !== null ? formats.unitPrice(amount) : rule;
      const words = (reason: DriftReason): string => {
        switch (reason.type) {
          case 'list':
            return t('reason.list', {
              from: formats.unitPrice(reason.from),
              to: formats.unitPrice(reason.to),
            });
          case 'step': {
            const step = t(`quotes:why.steps.${reason.step}`);
            const { from, to } = reason;
            if (from && to) return t('reason.step', { step, from: figure(from), to: figure(to) });
            if (to) return t('reason.stepNew', { step, to: figure(to) });
            return t('reason.stepEnded', { step, from: from ? figure(from) : '' });
          }
          case 'no-longer-priced':
            return problem(reason.problem);
          case 'priced-now':
            return t('reason.pricedNow');
          case 'share':
            return t('reason.share');
          default:
            return reason satisfies never;
        }
      };
      return reasons.map(words).join('; ');
    },
    [t, formats, product],
  );
}
