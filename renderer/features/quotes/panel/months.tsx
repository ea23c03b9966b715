import { NumberInput } from '@mantine/core';

/** Whole months, kept on leaving the field; what is no such number goes back to what it was. */
export function Months({
  label,
  months,
  readOnly,
  onChange,
}: {
  readonly label: string;
  readonly months: number;
  readonly readOnly: boolean;
  readonly onChange: (months: number) => void;
}) {
  return (
    <NumberInput
      label={label}
      defaultValue={months}
      min={1}
      max={600}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      readOnly={readOnly}
      hideControls
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value);
        if (Number.isInteger(typed) && typed >= 1 && typed <= 600 && typed !== months) onChange(typed);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
