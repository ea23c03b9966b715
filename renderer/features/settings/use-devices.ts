import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#shared/lib/result';
import type { Device } from '#shared/protocol/devices';
import { version } from '../../../package.json';
import { useClient } from '../../client/client-context';
import { useSyncStatus } from '../../client/hooks';
import { getMeta, setMeta } from '../../db/meta';
import type { ServerFailure } from '../../sync/server-api';
import { systemAndBrowser } from '../../sync/system-and-browser';
import { renameDevice, requestDevices } from './devices-api';

/** What is known of this device without asking anybody. */
export type KnownHere = Pick<Device, 'clientId' | 'name' | 'host' | 'appVersion'>;

export interface Devices {
  readonly here: KnownHere | undefined;
  /** null: not known (yet). */
  readonly all: readonly Device[] | null;
  /** Why the list could not be had; null while it is asked for and once it is here. */
  readonly failure: ServerFailure['type'] | null;
  readonly reload: () => void;
  /** False: it could not be stored. */
  readonly rename: (clientId: string, name: string) => Promise<boolean>;
}

type Answer = Pick<Devices, 'all' | 'failure'>;

/** An older list stays in view when a newer one cannot be had. */
const after = (before: Answer, devices: Result<readonly Device[], ServerFailure>): Answer =>
  devices.ok ? { all: devices.value, failure: null } : { ...before, failure: devices.error.type };

const send = (path: string, init: RequestInit): Promise<Response> => fetch(path, init);

/** The person's devices. The list is the server's; this device is known here, network or not. */
export function useDevices(): Devices {
  const { db, storage, session, sync, platform } = useClient();
  const { online } = useSyncStatus();
  const [answer, setAnswer] = useState<Answer>({ all: null, failure: null });
  const here = useLiveQuery(async (): Promise<KnownHere | undefined> => {
    const [clientId, name] = [await getMeta(db, 'clientId'), await getMeta(db, 'deviceName')];
    if (clientId === undefined) return undefined;
    const named = name ?? systemAndBrowser(navigator.userAgent);
    return { clientId, name: named, host: platform.kind, appVersion: version };
  }, [db, platform]);

  const load = useCallback(async (): Promise<void> => {
    const devices = await requestDevices(send, session.userId);
    setAnswer((before) => after(before, devices));
  }, [session.userId]);
  useEffect(() => {
    // What the last exchange proved: without a network nobody is asked, and when it is back, the list is.
    if (online === false) return undefined;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const devices = await requestDevices(send, session.userId, leaving.signal);
      if (!leaving.signal.aborted) setAnswer((before) => after(before, devices));
    };
    void ask();
    return () => leaving.abort();
  }, [session.userId, online]);

  const reload = useCallback(() => void load(), [load]);
  const rename = useCallback(
    async (clientId: string, name: string): Promise<boolean> => {
      const isHere = clientId === here?.clientId;
      // This device says its name itself with each pull; without a network it does so later.
      const stored = isHere && storage.getState().readOnly === null;
      if (stored) await setMeta(db, 'deviceName', name);
      const renamed = await renameDevice(send, session.userId, clientId, name);
      if (isHere) void sync.syncNow();
      await load();
      return stored || renamed.ok;
    },
    [db, storage, here?.clientId, session.userId, sync, load],
  );
  const failure = online === false ? 'offline' : answer.failure;
  return { here, all: answer.all, failure, reload, rename };
}
