import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigurationIssue, Fix } from '#shared/domain/catalog/configuration/issue';
import { textIn } from '#shared/domain/catalog/localized';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { fixChanges, type QuoteEdit } from './fix-changes';
import { IssueList } from './issue-list';
import classes from './issues.module.css';
import { useConfiguration, useRelatedSource } from './use-configuration';
import { useIssueText } from './use-issue-text';

interface ConfigurationIssuesProps {
  readonly quote: Quote;
  readonly editable: boolean;
  /** Runs the changes as one step that is undone as one. */
  readonly onFix: (changes: readonly QuoteEdit[]) => void;
  readonly onShow?: (lineId: string) => void;
}

/** CAT-4: "2 things to fix" above the lines of a quote, with what each is and one-click fixes. Nothing when all fits. */
export function ConfigurationIssues({ quote, editable, onFix, onShow }: ConfigurationIssuesProps) {
  const { t } = useTranslation('configurator');
  const [open, setOpen] = useState(false);
  const source = useRelatedSource(quote);
  const all = useConfiguration(quote, source);
  const issues = useMemo(() => all.filter(({ severity }) => severity === 'hard'), [all]);
  if (issues.length === 0 || source.status !== 'ready') return null;
  return (
    <section className={classes['strip']} aria-label={t('issues.title', { count: issues.length })}>
      <div className={classes['head']}>
        <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
        <span>{t('issues.title', { count: issues.length })}</span>
        <span className={classes['spacer']} />
        <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('issues.hide') : t('issues.show')}
        </Button>
      </div>
      {open && (
        <OpenIssues
          quote={quote}
          issues={issues}
          productOf={source.product}
          onFix={editable ? onFix : null}
          {...(onShow ? { onShow } : {})}
        />
      )}
    </section>
  );
}

interface OpenIssuesProps {
  readonly quote: Quote;
  readonly issues: readonly ConfigurationIssue[];
  readonly productOf: Parameters<typeof useIssueText>[0];
  readonly onFix: ((changes: readonly QuoteEdit[]) => void) | null;
  readonly onShow?: (lineId: string) => void;
}

function OpenIssues({ quote, issues, productOf, onFix, onShow }: OpenIssuesProps) {
  const skus = useMemo(
    () =>
      new Map(quote.items.flatMap((item) => (item.kind === 'line' ? [[item.id, item.sku] as const] : []))),
    [quote.items],
  );
  const texts = useIssueText(
    productOf,
    useCallback((id: string) => skus.get(id), [skus]),
  );
  const fix = ({ changes }: Fix) => {
    const nameOf = (sku: string) => textIn(productOf(sku)?.name ?? { en: sku }, quote.documentLanguage);
    onFix?.(fixChanges(quote, changes, nameOf, newId));
  };
  return (
    <div className={classes['body']}>
      <IssueList issues={issues} texts={texts} onFix={onFix ? fix : null} {...(onShow ? { onShow } : {})} />
    </div>
  );
}
