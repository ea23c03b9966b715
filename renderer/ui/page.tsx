import { useRef, type ReactNode } from 'react';
import classes from './page.module.css';
import { useReportHeading } from './place';

interface PageProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  /** Filters and tools under the title; stays while the content scrolls. */
  readonly toolbar?: ReactNode;
  /** Detail beside the content that does not leave the list. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: title bar, sticky toolbar, content that scrolls on its own, and a side panel. */
export function Page({ title, actions, toolbar, aside, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useReportHeading(heading);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1 ref={heading} className={classes['title']}>
          {title}
        </h1>
        {actions && <div className={classes['actions']}>{actions}</div>}
      </header>
      {toolbar && <div className={classes['toolbar']}>{toolbar}</div>}
      <div className={classes['body']}>
        <div className={classes['content']}>{children}</div>
        {aside && <aside className={classes['aside']}>{aside}</aside>}
      </div>
    </div>
  );
}
