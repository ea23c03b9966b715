import type { Device, DeviceFacts } from '#shared/protocol/devices';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { devicesOf, findSeen, renameDevice, saveSeen, touchSeen } from './repository';

export type DeviceService = ReturnType<typeof deviceService>;

const minuteMs = 60_000;
const mostListed = 200;

/** The devices of a person, each under its client id. Instants are the server's. */
export function deviceService(database: Database, clock: Clock) {
  return {
    list: async ({ userId }: Session): Promise<{ devices: Device[] }> => ({
      devices: (await devicesOf(database, userId, mostListed)).map(toDevice),
    }),

    rename: async ({ userId }: Session, clientId: string, name: string): Promise<Device | undefined> => {
      const row = await renameDevice(database, userId, clientId, name);
      return row && toDevice(row);
    },

    /** Notes that a device was here; written at most once a minute unless it says something new. The client id must be this person's or new. */
    seen: async (
      { userId, partnerId }: Session,
      clientId: string,
      facts: DeviceFacts | null | undefined,
    ): Promise<void> => {
      const at = clock();
      const before = await findSeen(database, clientId);
      const isRecent =
        before !== undefined && Math.abs(at.getTime() - before.last_seen_at.getTime()) < minuteMs;
      if (facts) {
        const isKnown =
          before?.said_name === facts.name &&
          before.host === facts.host &&
          before.app_version === facts.appVersion;
        if (!isKnown || !isRecent) await saveSeen(database, { clientId, userId, partnerId, at, facts });
      } else if (before && !isRecent) {
        await touchSeen(database, clientId, at);
      }
    },
  };
}

const toDevice = (row: Awaited<ReturnType<typeof devicesOf>>[number]): Device => ({
  clientId: row.client_id,
  name: row.name ?? '',
  host: row.host,
  appVersion: row.app_version,
  firstSeenAt: row.first_seen_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
});
