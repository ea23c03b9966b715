import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface SettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A setting's name, what it does, and its control, in one row. */
export function Setting({ label, hint, children }: SettingProps) {
  return (
    <div className={classes['setting']}>
      <div>
        <div>{label}</div>
        {hint && <div className={classes['hint']}>{hint}</div>}
      </div>
      <div className={classes['control']}>{children}</div>
    </div>
  );
}
