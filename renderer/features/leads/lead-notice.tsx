import { useTranslation } from 'react-i18next';
import type { Lead } from '#shared/domain/lead/lead';
import type { RecordState } from '../../client/record-state';
import { LeadDeadline } from '../../records/lead/lead-deadline';
import type { LeadStanding } from '../../records/lead/lead-standing';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import classes from './leads.module.css';
import { noticeOf } from './notice-of';

interface LeadNoticeProps {
  readonly lead: Lead;
  readonly standing: LeadStanding;
  readonly syncState: RecordState;
}

/** What a rep must know of a lead before reading on: how long it can be accepted, and whether an answer has reached the vendor. */
export function LeadNotice({ lead, standing, syncState }: LeadNoticeProps) {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  const notice = noticeOf(lead, standing, syncState);
  if (notice === null) return null;
  const when = formats.instant(lead.acceptBy);
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        tone={notice === 'late' || notice === 'missed' ? 'bad' : 'calm'}
        title={notice === 'offered' ? <LeadDeadline acceptBy={lead.acceptBy} /> : t(`notice.${notice}.title`)}
        what={t(`notice.${notice}.text`, { when })}
      />
    </div>
  );
}
