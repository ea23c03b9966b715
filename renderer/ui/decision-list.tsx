import type { ReactNode } from 'react';
import classes from './decision-list.module.css';

export interface Decision {
  readonly key: string;
  readonly title: ReactNode;
  /** What happens then, and what stays. */
  readonly text: ReactNode;
  /** The button. */
  readonly action: ReactNode;
  /** What else it needs, such as a text to write. */
  readonly more?: ReactNode;
}

/** The ways on from where somebody has to decide, each with its outcome in plain words and its button. */
export function DecisionList({
  label,
  decisions,
}: {
  readonly label: string;
  readonly decisions: readonly Decision[];
}) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {decisions.map(({ key, title, text, action, more }) => (
        <li key={key} className={classes['decision']}>
          <div className={classes['words']}>
            <h3 className={classes['title']}>{title}</h3>
            <p className={classes['text']}>{text}</p>
          </div>
          <div className={classes['action']}>{action}</div>
          {more && <div className={classes['more']}>{more}</div>}
        </li>
      ))}
    </ul>
  );
}
