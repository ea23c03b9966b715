import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { addDays } from '#shared/lib/clock';
import { DayInput } from '../../ui/day-input';
import { useFormats } from '../../ui/formats';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRegistrationCommands } from './commands';
import classes from './registrations.module.css';

interface ExtensionProps {
  readonly request: RegistrationRequest;
  /** Day on which the protection ends. */
  readonly validUntil: string;
}

/** OPP-4: asks for more time, or says what became of that. Works offline; the vendor decides. */
export function Extension({ request, validUntil }: ExtensionProps) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const { extension } = request;
  const [asking, setAsking] = useState(false);
  if (extension && !extension.decision) {
    return <p className={classes['text']}>{t('extension.asked', { day: formats.day(extension.until) })}</p>;
  }
  const decision = extension?.decision;
  const until = decision?.until ?? null;
  return (
    <div className={classes['ask']}>
      {decision && (
        <p className={classes['text']}>
          {until === null ? t('extension.refused') : t('extension.granted', { day: formats.day(until) })}{' '}
          {decision.comment}
        </p>
      )}
      {asking ? (
        <Ask request={request} validUntil={validUntil} onDone={() => setAsking(false)} />
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('extension.ask')}
        </Button>
      )}
    </div>
  );
}

function Ask({ request, validUntil, onDone }: ExtensionProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('registrations');
  const { extend } = useRegistrationCommands();
  const { busy, run } = useOneAtATime();
  const formats = useFormats();
  const [until, setUntil] = useState(addDays(validUntil, 30));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isEarly = until <= validUntil;
  const send = async (): Promise<void> => {
    setTried(true);
    if (isEarly || reason.trim() === '') return;
    if (await extend(request, until, reason.trim())) onDone();
  };
  return (
    <>
      <DayInput
        inert={busy}
        label={t('extension.until')}
        value={until}
        error={tried && isEarly && t('extension.early', { day: formats.day(validUntil) })}
        onChange={setUntil}
      />
      <Textarea
        inert={busy}
        mt="xs"
        label={t('extension.reason')}
        value={reason}
        error={tried && reason.trim() === '' && t('extension.missing')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group mt="xs">
        <Button loading={busy} onClick={() => void run(send)}>
          {t('extension.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('extension.cancel')}
        </Button>
      </Group>
    </>
  );
}
