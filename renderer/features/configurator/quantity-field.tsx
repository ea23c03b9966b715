import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decimal } from '#shared/domain/money/amount';
import { parseInput } from '#shared/domain/money/parse-input';
import { useFormats } from '../../ui/formats';
import classes from './configurator.module.css';

interface QuantityFieldProps {
  readonly label: string;
  readonly value: Decimal;
  readonly disabled?: boolean;
  readonly onChange: (quantity: Decimal) => void;
}

/** A quantity as people type it; what is no quantity stays as typed, marked, and changes nothing. */
export function QuantityField({ label, value, disabled = false, onChange }: QuantityFieldProps) {
  const { i18n } = useTranslation();
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : parseInput(typed, 'quantity', i18n.language);
  const wrong = read !== null && (!read.ok || read.value === '0');
  return (
    <TextInput
      className={classes['quantity'] ?? ''}
      aria-label={label}
      inputMode="decimal"
      value={typed ?? formats.number(value, 3)}
      error={wrong}
      disabled={disabled}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const now = parseInput(text, 'quantity', i18n.language);
        if (now.ok && now.value !== '0') onChange(now.value);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
