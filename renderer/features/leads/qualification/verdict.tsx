import { useTranslation } from 'react-i18next';
import type { Qualification } from '#shared/domain/lead/lead';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import classes from './qualification.module.css';

interface VerdictProps {
  readonly qualification: Qualification;
  readonly passAt: number;
}

/** What the vendor said to the answers: verified or sent back, with its comment and its own score where it judged otherwise. */
export function Verdict({ qualification: { state, vendor, score }, passAt }: VerdictProps) {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  if (!vendor) return null;
  const verified = state === 'verified';
  const own = vendor.score;
  return (
    <div className={classes['verdict']}>
      <ErrorNotice
        tone="calm"
        title={t(verified ? 'verdict.verified' : 'verdict.sentBack', { name: vendor.by })}
        what={vendor.comment === '' ? t('verdict.noComment') : vendor.comment}
        safe={
          own === null || own === score
            ? t('verdict.sameScore', { score, passAt })
            : t('verdict.ownScore', { score, own, passAt })
        }
        todo={
          <>
            {t(verified ? 'verdict.convertNow' : 'verdict.answerAgain')} {formats.instant(vendor.at)}
          </>
        }
      />
    </div>
  );
}
