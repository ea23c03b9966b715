import { z } from 'zod';
import { ok, type Result } from '#shared/lib/result';
import { deviceListSchema, type Device } from '#shared/protocol/devices';
import { madeForHeader } from '#shared/protocol/session';
import { requestJson, type Fetch, type ServerFailure } from '../../sync/server-api';

const path = '/api/v1/devices';

/** For whom it is asked goes with each request: somebody else may have signed in on this device meanwhile (SY-12). */
const madeFor =
  (fetch: Fetch, userId: string): Fetch =>
  (asked, init) => {
    const headers = new Headers(init.headers);
    headers.set(madeForHeader, userId);
    return fetch(asked, { ...init, headers });
  };

/** The person's devices as the server knows them, the last seen first. Needs the network. */
export async function requestDevices(
  fetch: Fetch,
  userId: string,
  signal?: AbortSignal,
): Promise<Result<readonly Device[], ServerFailure>> {
  const answer = await requestJson(madeFor(fetch, userId), { method: 'GET', path, signal }, deviceListSchema);
  return answer.ok ? ok(answer.value.devices) : answer;
}

/** Gives one of the person's own devices another name, 1 to 80 characters. */
export async function renameDevice(
  fetch: Fetch,
  userId: string,
  clientId: string,
  name: string,
): Promise<Result<void, ServerFailure>> {
  const request = {
    method: 'POST',
    path: `${path}/${encodeURIComponent(clientId)}`,
    body: { name },
  } as const;
  const answer = await requestJson(madeFor(fetch, userId), request, z.unknown());
  return answer.ok ? ok(undefined) : answer;
}
