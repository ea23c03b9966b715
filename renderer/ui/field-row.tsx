import type { ReactNode } from 'react';
import classes from './field-row.module.css';

/** A name and its value side by side, one line of a record's details. */
export function FieldRow({
  label,
  htmlFor,
  children,
}: {
  readonly label: ReactNode;
  readonly htmlFor?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes['row']}>
      {htmlFor === undefined ? (
        <span className={classes['label']}>{label}</span>
      ) : (
        <label className={classes['label']} htmlFor={htmlFor}>
          {label}
        </label>
      )}
      <div className={classes['value']}>{children}</div>
    </div>
  );
}

/** A value that is only read, lined up with the editable ones. */
export function ReadOnlyRow({
  label,
  children,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <FieldRow label={label}>
      <span className={classes['readOnly']}>{children}</span>
    </FieldRow>
  );
}

/** A group of a record's details under a small heading. */
export function FieldGroup({
  title,
  children,
}: {
  readonly title?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes['group']}>
      {title !== undefined && <h2 className={classes['heading']}>{title}</h2>}
      {children}
    </section>
  );
}
