import { useTranslation } from 'react-i18next';
import type { PriceStep } from '#shared/domain/pricing/priced';
import { useFormats } from '../../../ui/formats';
import classes from './panel.module.css';
import { changeText, isBase, partsText, ruleText, type StepNames } from './step-words';

interface WaterfallProps {
  readonly caption: string;
  readonly steps: readonly PriceStep[];
  readonly names: StepNames;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
  /** Name of the last row: what the steps come to for the whole line. */
  readonly totalLabel: string;
  readonly total: string;
}

/** How a line's price comes about: one row per step with its rule, a bar from before to after, and the price after it (PR-26). */
export function Waterfall({ caption, steps, names, digits, totalLabel, total }: WaterfallProps) {
  const { t } = useTranslation(['quotes', 'catalog']);
  const formats = useFormats();
  // Prices of a unit and of the line are different sizes: each has a scale of its own.
  const tops = { unit: topOf(steps, 'unit'), line: topOf(steps, 'line') };
  return (
    <table className={classes['waterfall']}>
      <caption>{caption}</caption>
      <thead className={classes['hidden']}>
        <tr>
          <th scope="col">{t('why.step')}</th>
          <th scope="col">{t('why.change')}</th>
          <th scope="col">{t('why.price')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.filter(isWorthSaying).map((step, index) => (
          <tr key={`${step.step} ${index}`} data-idle={step.note === 'not-best-of-group' || undefined}>
            <th scope="row">
              <span>{t(`why.steps.${step.step}`)}</span>
              <Bar step={step} top={tops[step.per]} />
              <span className={classes['rule']}>{ruleText(step, names, t, formats)}</span>
              <Parts text={partsText(step, t, formats)} />
              {step.note && <span className={classes['stepNote']}>{t(`why.note.${step.note}`)}</span>}
            </th>
            <td className={classes['rate']}>{changeText(step, formats, t)}</td>
            <td className={classes['after']}>
              {formats.amount(step.after, undefined, decimalsOf(step.after, digits))}
            </td>
          </tr>
        ))}
        <tr className={classes['net']}>
          <th scope="row" colSpan={2}>
            {totalLabel}
          </th>
          <td className={classes['after']}>{formats.amount(total, undefined, digits)}</td>
        </tr>
      </tbody>
    </table>
  );
}

const topOf = (steps: readonly PriceStep[], per: PriceStep['per']): number =>
  Math.max(
    0,
    ...steps
      .filter((step) => step.per === per)
      .flatMap(({ step, before, after }) =>
        isBase(step) ? [Number(after)] : [Number(before), Number(after)],
      ),
  );

/** As many decimals as the price has, at least the currency's: prices under each other then read as prices. */
const decimalsOf = (price: string, least: number): number =>
  Math.max(least, price.split('.')[1]?.length ?? 0);

function Parts({ text }: { readonly text: string }) {
  return text === '' ? null : <span className={classes['rule']}>{text}</span>;
}

/** A rounding that changed nothing is no step to a reader. */
const isWorthSaying = ({ step, before, after }: PriceStep): boolean =>
  !((step === 'line-rounding' || step === 'unit-rounding') && Number(before) === Number(after));

/** Only the picture: widths on screen need no exact figures. */
function Bar({ step: { step, before, after }, top }: { readonly step: PriceStep; readonly top: number }) {
  if (top === 0) return null;
  const [from, to] = isBase(step) ? [0, Number(after)] : [Number(before), Number(after)];
  const low = Math.min(from, to);
  const kind = isBase(step) ? 'base' : to < from ? 'down' : 'up';
  return (
    <span className={classes['track']} aria-hidden>
      <span
        className={classes['bar']}
        data-kind={kind}
        style={{
          insetInlineStart: `${(low / top) * 100}%`,
          width: `max(2px, ${(Math.abs(to - from) / top) * 100}%)`,
        }}
      />
    </span>
  );
}
