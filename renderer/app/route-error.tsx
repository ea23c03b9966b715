import { useEffect, type ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useRouteError } from 'react-router';
import { ErrorNotice } from '../ui/error-notice';
import classes from './frame.module.css';

function BrokenScreen({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  useEffect(() => console.error(error), [error]);
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('broken.title')}
        what={t('broken.what', { message: error instanceof Error ? error.message : String(error) })}
        safe={t('broken.safe')}
        todo={t('broken.todo')}
        onRetry={onRetry}
      />
    </div>
  );
}

const BrokenScreenFallback = ({ error, resetErrorBoundary }: FallbackProps) => (
  <BrokenScreen error={error} onRetry={() => resetErrorBoundary()} />
);

/** A screen that breaks takes nothing else with it: the frame stays, another address heals it. */
export function ScreenBoundary() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKeys={[pathname]} FallbackComponent={BrokenScreenFallback}>
      <Outlet />
    </ErrorBoundary>
  );
}

/** The last net: what breaks outside a screen still says so, and that nothing saved is lost. */
export function AppBoundary({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary FallbackComponent={BrokenScreenFallback}>{children}</ErrorBoundary>;
}

/** What the router itself could not do, such as loading a screen's code. */
export function RouteErrorScreen() {
  return <BrokenScreen error={useRouteError()} onRetry={() => location.reload()} />;
}

export function NotFoundScreen() {
  const { t } = useTranslation('app');
  return (
    <div className={classes['notice']}>
      <ErrorNotice title={t('notFound.title')} what={t('notFound.what')} todo={t('notFound.todo')} />
    </div>
  );
}
