import type { ReactNode } from 'react';
import classes from './section.module.css';

/** A titled part of a record's page, with what can be done in it beside the title. */
export function Section({
  title,
  count,
  action,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes['section']} aria-label={title}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>
          {title}
          {count !== undefined && count > 0 && <span className={classes['count']}>{count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** What a section says while it is empty. */
export function SectionEmpty({ children }: { readonly children: ReactNode }) {
  return <p className={classes['empty']}>{children}</p>;
}
