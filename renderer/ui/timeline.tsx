import type { ReactNode } from 'react';
import classes from './timeline.module.css';
import type { IconComponent } from './icon';
import type { Tone } from './state-badge';

export interface TimelineItem {
  readonly key: string;
  readonly icon: IconComponent;
  readonly tone: Tone;
  readonly title: ReactNode;
  /** When, in words. */
  readonly when?: ReactNode;
  readonly text?: ReactNode;
  /** Still to come. */
  readonly ahead?: boolean;
}

/** What happened, one under the other. */
export function Timeline({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}) {
  return (
    <ol className={classes['list']} aria-label={label}>
      {items.map(({ key, icon: Icon, tone, title, when, text, ahead = false }) => (
        <li key={key} className={classes['item']} data-tone={tone} data-ahead={ahead || undefined}>
          <span className={classes['icon']}>
            <Icon size={14} stroke={2} aria-hidden />
          </span>
          <div className={classes['words']}>
            <div className={classes['title']}>{title}</div>
            {when !== undefined && <div className={classes['when']}>{when}</div>}
            {text !== undefined && <div className={classes['text']}>{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
