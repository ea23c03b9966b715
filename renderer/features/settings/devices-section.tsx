import { IconDeviceDesktop, IconDeviceLaptop, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#shared/protocol/devices';
import { useSyncStatus } from '../../client/hooks';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { StateBadge } from '../../ui/state-badge';
import { useNow } from '../../ui/use-now';
import { DeviceName } from './device-name';
import classes from './settings.module.css';
import { useDevices, type Devices } from './use-devices';

type Row = Pick<Device, 'clientId' | 'name' | 'host' | 'appVersion'> & {
  readonly lastSeenAt: string | null;
};

/** Every installation this person works with: which is which, and when each was last with the vendor. */
export function DevicesSection() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const now = useNow(20_000);
  const devices = useDevices();
  const { lastSuccessAt } = useSyncStatus();
  const rows = rowsOf(devices, lastSuccessAt);
  const here = devices.here?.clientId;
  return (
    <Section title={t('devices.title')} count={devices.all?.length ?? 0}>
      <DevicesNotice devices={devices} />
      {rows.length > 0 && (
        <PlainTable
          label={t('devices.title')}
          rows={rows}
          rowKey={({ clientId }) => clientId}
          columns={[
            {
              key: 'name',
              title: t('devices.name'),
              render: ({ clientId, name }) => (
                <span className={classes['device']}>
                  <DeviceName name={name} onRename={(next) => devices.rename(clientId, next)} />
                  {clientId === here && (
                    <StateBadge tone="info" icon={IconDeviceLaptop} label={t('devices.thisOne')} />
                  )}
                </span>
              ),
            },
            {
              key: 'host',
              title: t('devices.app'),
              width: '200px',
              render: ({ host, appVersion }) =>
                host !== null && (
                  <span className={classes['host']}>
                    {host === 'browser' ? (
                      <IconWorld size={15} stroke={1.8} aria-hidden />
                    ) : (
                      <IconDeviceDesktop size={15} stroke={1.8} aria-hidden />
                    )}
                    {t(`devices.host.${host}`)} <span className="tabular">{appVersion}</span>
                  </span>
                ),
            },
            {
              key: 'seen',
              title: t('devices.lastSeen'),
              width: '170px',
              render: ({ lastSeenAt }) =>
                lastSeenAt === null ? (
                  t('devices.notSeen')
                ) : (
                  <time dateTime={lastSeenAt} title={formats.instant(lastSeenAt)}>
                    {formats.ago(lastSeenAt, now)}
                  </time>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function DevicesNotice({ devices: { failure, all, reload } }: { readonly devices: Devices }) {
  const { t } = useTranslation('settings');
  if (failure === null) return null;
  if (failure === 'offline')
    return <p className={classes['note']}>{t(all === null ? 'devices.offline' : 'devices.offlineOlder')}</p>;
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('devices.failed.title')}
        what={t('devices.failed.what')}
        safe={t('devices.failed.safe')}
        todo={t(failure === 'session-expired' ? 'devices.failed.signIn' : 'devices.failed.todo')}
        onRetry={reload}
      />
    </div>
  );
}

/** The server's list, this device first; without a network this device as it is known here. */
function rowsOf(
  { here, all, failure }: Pick<Devices, 'here' | 'all' | 'failure'>,
  lastSuccessAt: string | null,
): readonly Row[] {
  if (!here) return all ?? [];
  const listed = all ?? [];
  const seen = listed.find(({ clientId }) => clientId === here.clientId);
  return [
    {
      ...here,
      // Another device may have renamed this one.
      ...(failure === null && seen && { name: seen.name }),
      lastSeenAt: seen?.lastSeenAt ?? lastSuccessAt,
    },
    ...listed.filter(({ clientId }) => clientId !== here.clientId),
  ];
}
