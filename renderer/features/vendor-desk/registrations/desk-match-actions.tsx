import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayInZone } from '#shared/lib/clock';
import type { SameCustomer, VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { DayInput } from '../../../ui/day-input';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useToldDecision } from '../use-told-decision';
import { sendOpenConflict, sendTransfer } from './desk-registrations-api';
import classes from './desk-matches.module.css';

interface ActionProps {
  readonly file: VendorRegistrationFile;
  readonly other: SameCustomer;
  readonly refresh: () => Promise<void>;
}

/** Days that partners have to say their side unless somebody says otherwise. */
const usualDays = 5;
export const today = (): string => dayInZone(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
/** Until the end of that day where the vendor's person is. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

export function OpenConflict({ file, other, refresh }: ActionProps) {
  const { t } = useTranslation('vendor-desk');
  const tell = useToldDecision();
  const [day, setDay] = useState(addDays(today(), usualDays));
  const { busy, run } = useOneAtATime();
  const open = async (): Promise<void> => {
    const what = file.account?.name ?? file.partnerName;
    const sent = sendOpenConflict((path, init) => fetch(path, init), file.request.id, {
      withRequestId: other.requestId,
      answerBy: endOf(day),
    });
    await tell(what, sent, () => t('registrations.conflict.opened', { what }));
    await refresh();
  };
  return (
    <div className={classes['form']} inert={busy}>
      <p>{t('registrations.conflict.hint')}</p>
      <DayInput label={t('registrations.conflict.answerBy')} value={day} onChange={setDay} />
      <Button loading={busy} disabled={day <= today()} onClick={() => void run(open)}>
        {t('registrations.conflict.hear')}
      </Button>
    </div>
  );
}

export function TransferHere({ file, other, refresh }: ActionProps) {
  const { t } = useTranslation('vendor-desk');
  const tell = useToldDecision();
  const [comment, setComment] = useState('');
  const [otherComment, setOtherComment] = useState('');
  const { busy, run } = useOneAtATime();
  const transfer = async (): Promise<void> => {
    const what = file.account?.name ?? file.partnerName;
    const sent = sendTransfer((path, init) => fetch(path, init), file.request.id, {
      toRequestId: other.requestId,
      comment,
      otherComment,
    });
    await tell(what, sent, () => t('registrations.transfer.done', { what }));
    await refresh();
  };
  return (
    <div className={classes['form']} inert={busy}>
      <p>{t('registrations.transfer.hint', { partner: other.partnerName })}</p>
      <Words
        label={t('registrations.wordsTo', { partner: file.partnerName })}
        value={comment}
        onChange={setComment}
      />
      <Words
        label={t('registrations.wordsTo', { partner: other.partnerName })}
        value={otherComment}
        onChange={setOtherComment}
      />
      <Button loading={busy} onClick={() => void run(transfer)}>
        {t('registrations.transfer.do')}
      </Button>
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What one partner will read. */
export const Words = ({ label, value, onChange }: WordsProps) => (
  <Textarea
    label={label}
    value={value}
    autosize
    minRows={2}
    maxRows={8}
    maxLength={2_000}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
