import classes from './amount.module.css';
import { useFormats } from './formats';

interface AmountProps {
  /** A decimal string. */
  readonly value: string;
  /** Left out where the column's head names it. */
  readonly currency?: string | undefined;
  readonly decimals?: number | undefined;
  readonly muted?: boolean;
  /** A price per unit: shown with up to 6 decimals. */
  readonly unit?: boolean;
  /** Shows a plus before positive amounts: differences. */
  readonly sign?: boolean;
}

/** An amount of money: tabular figures, right aligned in its cell, a true minus. */
export function Amount({
  value,
  currency,
  decimals,
  muted = false,
  unit = false,
  sign = false,
}: AmountProps) {
  const formats = useFormats();
  const text = unit ? formats.unitPrice(value, currency) : formats.amount(value, currency, decimals);
  const plus = sign && !value.startsWith('-') && /[1-9]/.test(value) ? '+' : '';
  return (
    <span className={classes['figure']} data-muted={muted || undefined}>
      {plus}
      {text}
    </span>
  );
}
