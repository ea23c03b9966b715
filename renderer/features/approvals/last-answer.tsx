import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval/approval';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './approvals.module.css';

/** What became of the last request, while the quote is a draft again: refused, countered, or void because the quote was changed. */
export function LastAnswer({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation('approvals');
  const said = approval.decisions.at(-1);
  const name = said?.by ?? '';
  const comment = said?.comment ?? '';
  const words = comment === '' ? t('answer.noComment') : comment;
  switch (approval.state) {
    case 'rejected':
      return (
        <div className={classes['notice']}>
          <ErrorNotice
            title={t('answer.rejected', { name })}
            what={words}
            safe={t('answer.draftAgain')}
            todo={t('answer.changeAndAsk')}
          />
        </div>
      );
    case 'voided':
      return (
        <div className={classes['notice']}>
          <ErrorNotice
            tone="calm"
            title={t('answer.voided')}
            what={t('answer.voidedWhy')}
            todo={t('answer.askAgain')}
          />
        </div>
      );
    default:
      return null;
  }
}
