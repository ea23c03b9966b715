import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/lib/result';
import type { VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { DayInput } from '../../../ui/day-input';
import { useFormats } from '../../../ui/formats';
import { Section } from '../../../ui/section';
import type { DeskProblem } from '../desk-request';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useToldDecision } from '../use-told-decision';
import classes from './desk-matches.module.css';
import { Words } from './desk-match-actions';
import { sendExtension, sendRevocation } from './desk-registrations-api';

interface ProtectionProps {
  readonly file: VendorRegistrationFile;
  readonly refresh: () => Promise<void>;
}

/** OPP-4: how long the deal is protected; more time that was asked for; and the end of it. */
export function DeskProtection({ file, refresh }: ProtectionProps) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const { registration, isProtected, request } = file;
  if (!registration) return null;
  const { extension } = request;
  const until = { number: registration.number, day: formats.day(registration.validUntil) };
  return (
    <Section title={t('registrations.protection.title')}>
      <p>{t(isProtected ? 'registrations.protection.until' : 'registrations.protection.ended', until)}</p>
      {extension && !extension.decision && !request.ended && (
        <DecideExtension file={file} asked={extension} refresh={refresh} />
      )}
      {isProtected && <Revoke file={file} refresh={refresh} />}
    </Section>
  );
}

/** Sends something about one request, says what became of it, and reads the request again. */
function useSend({ file, refresh }: ProtectionProps) {
  const tell = useToldDecision();
  const { busy, run } = useOneAtATime();
  const what = file.account?.name ?? file.partnerName;
  const send = <T,>(
    request: () => Promise<Result<T, DeskProblem>>,
    done: (what: string) => string,
  ): Promise<void> =>
    run(async () => {
      await tell(what, request(), () => done(what));
      await refresh();
    });
  return { busy, send };
}

function DecideExtension({
  file,
  asked,
  refresh,
}: ProtectionProps & { readonly asked: NonNullable<VendorRegistrationFile['request']['extension']> }) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const { busy, send } = useSend({ file, refresh });
  const [day, setDay] = useState(asked.until);
  const [comment, setComment] = useState('');
  const decide = (until: string | null) =>
    send(
      () => sendExtension((path, init) => fetch(path, init), file.request.id, { until, comment }),
      (what) =>
        t(until === null ? 'registrations.extension.refused' : 'registrations.extension.done', { what }),
    );
  return (
    <div className={classes['form']} inert={busy}>
      <p>{t('registrations.extension.asked', { day: formats.day(asked.until), reason: asked.reason })}</p>
      <DayInput label={t('registrations.extension.until')} value={day} onChange={setDay} />
      <Words label={t('bids.comment')} value={comment} onChange={setComment} />
      <Group gap="xs">
        <Button
          loading={busy}
          disabled={day <= (file.registration?.validUntil ?? '')}
          onClick={() => void decide(day)}
        >
          {t('registrations.extension.grant')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void decide(null)}>
          {t('registrations.extension.refuse')}
        </Button>
      </Group>
    </div>
  );
}

function Revoke({ file, refresh }: ProtectionProps) {
  const { t } = useTranslation('vendor-desk');
  const { busy, send } = useSend({ file, refresh });
  const [isOpen, setIsOpen] = useState(false);
  const [comment, setComment] = useState('');
  if (!isOpen) {
    return (
      <Button variant="subtle" color="red" onClick={() => setIsOpen(true)}>
        {t('registrations.revoke.open')}
      </Button>
    );
  }
  const revoke = () =>
    send(
      () => sendRevocation((path, init) => fetch(path, init), file.request.id, { comment }),
      (what) => t('registrations.revoke.done', { what }),
    );
  return (
    <div className={classes['form']} inert={busy}>
      <p>{t('registrations.revoke.hint')}</p>
      <Words label={t('bids.comment')} value={comment} onChange={setComment} />
      <Group gap="xs">
        <Button color="red" loading={busy} disabled={comment.trim() === ''} onClick={() => void revoke()}>
          {t('registrations.revoke.do')}
        </Button>
        <Button variant="default" onClick={() => setIsOpen(false)}>
          {t('registrations.revoke.keep')}
        </Button>
      </Group>
    </div>
  );
}
