import type { ReactNode } from 'react';
import { UnreadMark } from './unread-mark';
import classes from './with-unread.module.css';

interface WithUnreadProps {
  readonly count: number | undefined;
  readonly children: ReactNode;
}

/** What a row of a list is called, with how much was said about it since one looked. Only the name is cut where there is no room. */
export const WithUnread = ({ count, children }: WithUnreadProps) =>
  count === undefined || count === 0 ? (
    children
  ) : (
    <span className={classes['row']}>
      <span className={classes['name']}>{children}</span>
      <UnreadMark count={count} />
    </span>
  );
