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
  remark,
  note,
  children,
}: {
  readonly label: ReactNode;
  readonly id: string;
  readonly wide?: boolean;
  /** Said beside the label, in one line that never makes the field taller. */
  readonly remark?: string | null;
  /** As `remark`, where nothing is the matter. */
  readonly note?: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes['field']} data-wide={wide || undefined}>
      <div className={classes['labelRow']}>
        <label className={classes['label']} htmlFor={id}>
          {label}
        </label>
        {remark && (
          <span className={classes['remark']} title={remark}>
            {remark}
          </span>
        )}
        {note && (
          <span className={classes['remark']} data-quiet title={note}>
            {note}
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
