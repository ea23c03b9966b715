import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConfigurationIssue, Fix } from '#shared/domain/catalog/configuration/issue';
import classes from './issues.module.css';
import type { IssueTexts } from './use-issue-text';

interface IssueListProps {
  readonly issues: readonly ConfigurationIssue[];
  readonly texts: IssueTexts;
  /** null: nothing can be changed. */
  readonly onFix: ((fix: Fix) => void) | null;
  readonly onShow?: (lineId: string) => void;
}

/** Each thing that does not fit: what, why in the vendor's words, and what one click does about it. */
export function IssueList({ issues, texts, onFix, onShow }: IssueListProps) {
  const { t } = useTranslation('configurator');
  return (
    <ul className={classes['list']}>
      {issues.map((issue) => {
        const Icon = issue.severity === 'hard' ? IconAlertTriangle : IconBulb;
        const [lineId] = issue.lineIds;
        return (
          <li key={issue.id} className={classes['issue']} data-severity={issue.severity}>
            <Icon className={classes['icon']} size={16} stroke={1.8} aria-hidden />
            <div className={classes['words']}>
              <p className={classes['what']}>{texts.issue(issue.detail)}</p>
              {issue.explanation && <p className={classes['why']}>{texts.words(issue.explanation)}</p>}
              {issue.detail.kind === 'contradictory' &&
                issue.detail.because.map(({ sku, explanation }) => (
                  <p key={`${sku} ${explanation.en}`} className={classes['why']}>
                    {texts.product(sku)}: {texts.words(explanation)}
                  </p>
                ))}
              {onFix && issue.fixes.length === 0 && <p className={classes['why']}>{t('issues.noFix')}</p>}
              <div className={classes['fixes']}>
                {onFix &&
                  issue.fixes.slice(0, 3).map((fix, at) => (
                    <Button
                      key={JSON.stringify(fix.changes)}
                      variant={at === 0 ? 'light' : 'default'}
                      size="compact-xs"
                      className={classes['fix'] ?? ''}
                      title={texts.fix(fix)}
                      onClick={() => onFix(fix)}
                    >
                      {texts.fix(fix)}
                    </Button>
                  ))}
                {onShow && lineId !== undefined && (
                  <Button variant="subtle" size="compact-xs" onClick={() => onShow(lineId)}>
                    {t('issues.toLine')}
                  </Button>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
