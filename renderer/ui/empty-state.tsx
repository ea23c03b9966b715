import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import type { IconComponent } from './icon';

interface EmptyStateProps {
  readonly icon: IconComponent;
  readonly title: ReactNode;
  /** Teaches the first step. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** What a list shows while it is empty: what belongs here and the first step, offered. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={classes['root']}>
      <span className={classes['icon']}>
        <Icon size={22} stroke={1.6} aria-hidden />
      </span>
      <p className={classes['title']}>{title}</p>
      <p className={classes['text']}>{text}</p>
      {action && <div className={classes['action']}>{action}</div>}
    </div>
  );
}
