import type { ReactNode } from 'react';
import type { ChangeOf } from '../editing/quote-change';
import classes from './header.module.css';

export type HeaderChanges = ChangeOf<'editQuote'>['args']['changes'];

export interface FieldProps {
  readonly edit: (changes: HeaderChanges) => void;
}

export function Field({
  label,
  id,
  wide = false,
  children,
}: {
  readonly label: ReactNode;
  readonly id: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes['field']} data-wide={wide || undefined}>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
