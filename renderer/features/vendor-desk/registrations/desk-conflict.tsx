import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseInput } from '#shared/domain/money/parse-input';
import { addDays } from '#shared/lib/clock';
import type { ConflictDecision, VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { DayInput } from '../../../ui/day-input';
import { useFormats } from '../../../ui/formats';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useToldDecision } from '../use-told-decision';
import classes from './desk-matches.module.css';
import { today, Words } from './desk-match-actions';
import { sendConflictDecision } from './desk-registrations-api';

interface ConflictProps {
  readonly file: VendorRegistrationFile;
  readonly refresh: () => Promise<void>;
}

/** OPP-4: both sides of an open conflict, and the vendor's decision. */
export function DeskConflict({ file, refresh }: ConflictProps) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const { conflictWith: other, request, partnerName, account } = file;
  const { conflict } = request;
  if (!conflict || conflict.outcome || !other) return null;
  const sides = [
    {
      ...request,
      partnerName,
      accountName: account?.name ?? '',
      statement: conflict.statement?.text ?? null,
    },
    other,
  ];
  return (
    <Section title={t('registrations.conflict.title')}>
      <p>{t('registrations.conflict.until', { when: formats.instant(conflict.answerBy) })}</p>
      <div className={classes['sides']}>
        {sides.map((side, at) => (
          <section
            key={at === 0 ? 'this' : 'other'}
            className={classes['side']}
            aria-label={side.partnerName}
          >
            <strong>{side.partnerName}</strong>
            <p>{side.accountName}</p>
            <p className={classes['first']}>
              {t('registrations.conflict.times', {
                captured: formats.instant(side.capturedAt),
                received: side.receivedAt === null ? '\u2014' : formats.instant(side.receivedAt),
              })}
            </p>
            <p>{side.statement ?? t('registrations.conflict.silent')}</p>
          </section>
        ))}
      </div>
      <Decide file={file} otherName={other.partnerName} refresh={refresh} />
    </Section>
  );
}

function Decide({ file, otherName, refresh }: ConflictProps & { readonly otherName: string }) {
  const { t, i18n } = useTranslation('vendor-desk');
  const tell = useToldDecision();
  const [result, setResult] = useState<ConflictDecision['result']>('kept');
  const [comment, setComment] = useState('');
  const [otherComment, setOtherComment] = useState('');
  const [percent, setPercent] = useState('0');
  const [validUntil, setValidUntil] = useState(addDays(today(), 90));
  const { busy, run } = useOneAtATime();
  const read = parseInput(percent, 'percent', i18n.language);
  const needsTerms =
    (result !== 'lost' && !file.isProtected) || (result !== 'kept' && !file.conflictWith?.isProtected);
  const isReady = !needsTerms || (read.ok && validUntil > today());
  const decide = async (): Promise<void> => {
    const what = file.account?.name ?? file.partnerName;
    const terms = needsTerms && read.ok ? { validUntil, percent: read.value } : null;
    const said = { result, comment, otherComment, terms };
    const sent = sendConflictDecision((path, init) => fetch(path, init), file.request.id, said);
    await tell(what, sent, () => t('registrations.conflict.decided', { what }));
    await refresh();
  };
  return (
    <div className={classes['form']} inert={busy}>
      <SegmentedControl
        aria-label={t('registrations.conflict.whose')}
        value={result}
        data={[
          { value: 'kept', label: file.partnerName },
          { value: 'lost', label: otherName },
          { value: 'shared', label: t('registrations.conflict.both') },
        ]}
        onChange={setResult}
      />
      {needsTerms && (
        <>
          <TextInput
            label={t('registrations.percent')}
            rightSection="%"
            value={percent}
            error={!read.ok && t('registrations.problem.percent')}
            onChange={(event) => setPercent(event.currentTarget.value)}
          />
          <DayInput
            label={t('bids.validUntil')}
            value={validUntil}
            error={validUntil <= today() && t('registrations.problem.day')}
            onChange={setValidUntil}
          />
        </>
      )}
      <Words
        label={t('registrations.wordsTo', { partner: file.partnerName })}
        value={comment}
        onChange={setComment}
      />
      <Words
        label={t('registrations.wordsTo', { partner: otherName })}
        value={otherComment}
        onChange={setOtherComment}
      />
      <Button loading={busy} disabled={!isReady} onClick={() => void run(decide)}>
        {t('registrations.conflict.decide')}
      </Button>
    </div>
  );
}
