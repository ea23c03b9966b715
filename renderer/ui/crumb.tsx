import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './crumb.module.css';

/** The list a record belongs to, before its name. */
export function Crumb({
  to,
  list,
  children,
}: {
  readonly to: string;
  readonly list: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes['crumb']}>
      <Link to={to} className={classes['list']}>
        {list}
      </Link>
      <span className={classes['slash']} aria-hidden>
        /
      </span>
      <span className={classes['name']}>{children}</span>
    </span>
  );
}
