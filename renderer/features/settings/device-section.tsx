import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { getMeta } from '../../db/meta';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import { Setting } from './setting';

interface DeviceFacts {
  readonly code: string | undefined;
  readonly persisted: boolean;
  /** Bytes; null where the browser does not tell. */
  readonly used: number | null;
  readonly available: number | null;
}

/** What this installation is called in quote numbers, and the room its data takes. */
export function DeviceSection() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const { platform } = useClient();
  const facts = useDeviceFacts();
  const { used, available } = facts ?? {};
  return (
    <Section title={t('device.title')}>
      <Setting label={t('device.code')} hint={t('device.codeHint')}>
        <span className="tabular">{facts?.code}</span>
      </Setting>
      <Setting
        label={t('device.storage')}
        {...(platform.kind === 'browser' && {
          hint: t(facts?.persisted === false ? 'device.notKept' : 'device.kept'),
        })}
      >
        {typeof used === 'number' && typeof available === 'number' && (
          <div>
            <span className="tabular">
              {t('device.used', {
                used: formats.number(used / 1_000_000, 1),
                available: formats.number(available / 1_000_000_000, 1),
              })}
            </span>
            <Progress
              value={(100 * used) / Math.max(available, 1)}
              size="sm"
              mt={6}
              aria-label={t('device.storage')}
            />
          </div>
        )}
      </Setting>
    </Section>
  );
}

function useDeviceFacts(): DeviceFacts | null {
  const { db } = useClient();
  const [facts, setFacts] = useState<DeviceFacts | null>(null);
  useEffect(() => {
    const read = async () => {
      const [code, estimate, persisted] = await Promise.all([
        getMeta(db, 'deviceCode'),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      setFacts({ code, persisted, used: estimate.usage ?? null, available: estimate.quota ?? null });
    };
    void read();
  }, [db]);
  return facts;
}
