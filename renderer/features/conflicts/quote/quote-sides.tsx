import { Progress, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '#shared/domain/quote/quote';
import { compareRevisions } from '../../../records/revisions/compare-revisions';
import { HeaderDifferences } from '../../../records/revisions/header-differences';
import { LineDifferences } from '../../../records/revisions/line-differences';
import { TotalDifferences } from '../../../records/revisions/total-differences';
import { usePricedRevision } from '../../../records/revisions/use-priced-revision';
import { ErrorNotice } from '../../../ui/error-notice';
import { useRemembered } from '../../../ui/use-remembered';
import classes from '../conflicts.module.css';

/** Both versions beside each other: totals, terms and lines, each priced from the version of the book that it names. */
export function QuoteSides({ theirs, mine }: { readonly theirs: Quote; readonly mine: Quote }) {
  const { t } = useTranslation(['conflicts', 'quotes']);
  const [unchanged, setUnchanged] = useRemembered('compare-unchanged', false);
  const left = usePricedRevision(theirs);
  const right = usePricedRevision(mine);
  const found = useMemo(() => (left && right ? compareRevisions(left, right) : null), [left, right]);
  const names = { left: t('quote.theirs'), right: t('quote.mine') };
  if (!found || !left || !right) return <Progress value={100} animated aria-label={t('quote.comparing')} />;
  const missing = [left, right].find(({ priced }) => !priced);
  const same = found.header.length === 0 && found.lines.every(({ kind }) => kind === 'same');
  return (
    <>
      {missing && (
        <ErrorNotice
          tone="calm"
          title={t('quotes:noPrices.title')}
          what={t('quotes:noPrices.what', { version: missing.quote.priceBook.version })}
          todo={t('quotes:noPrices.todo')}
        />
      )}
      {same && <p className={classes['lead']}>{t('quote.same')}</p>}
      <TotalDifferences left={left} right={right} names={names} customerView={false} />
      <HeaderDifferences
        fields={found.header}
        left={theirs}
        right={mine}
        names={names}
        customerView={false}
      />
      {found.lines.length > 0 && (
        <>
          <Switch
            size="xs"
            label={t('quotes:compare.unchanged')}
            checked={unchanged}
            onChange={(event) => setUnchanged(event.currentTarget.checked)}
          />
          <div className={classes['scrollable']}>
            <LineDifferences
              lines={found.lines}
              left={theirs}
              right={mine}
              names={names}
              kindNames={{
                added: t('quote.kind.onlyMine'),
                removed: t('quote.kind.onlyTheirs'),
                changed: t('quote.kind.different'),
              }}
              unchanged={unchanged}
            />
          </div>
        </>
      )}
    </>
  );
}
