import { describe, expect, it } from 'vitest';
import { madeForHeader } from '#shared/protocol/session';
import { renameDevice, requestDevices } from './devices-api';

const device = {
  clientId: '0199aaaa-0000-7000-8000-000000000001',
  name: 'Work laptop',
  host: 'browser',
  appVersion: '0.3.0',
  firstSeenAt: '2026-11-01T08:00:00.000Z',
  lastSeenAt: '2026-11-22T08:00:00.000Z',
};

/** Answers everything alike and keeps what was asked. */
function serverAnswering(status: number, body: unknown) {
  const asked: { path: string; method: string; madeFor: string | null; body: unknown }[] = [];
  const fetch = (path: string, init: RequestInit): Promise<Response> => {
    asked.push({
      path,
      method: init.method ?? 'GET',
      madeFor: new Headers(init.headers).get(madeForHeader),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    });
    return Promise.resolve(Response.json(body, { status }));
  };
  return { fetch, asked };
}

describe('the list of devices', () => {
  it('comes from the server, asked in the name of the person at this device (SY-12)', async () => {
    const { fetch, asked } = serverAnswering(200, { devices: [device] });
    expect(await requestDevices(fetch, 'rep-1')).toEqual({ ok: true, value: [device] });
    expect(asked).toEqual([{ path: '/api/v1/devices', method: 'GET', madeFor: 'rep-1', body: null }]);
  });

  it('says what hinders it by type: another person signed in, an answer that is no list, no network', async () => {
    const other = serverAnswering(403, { error: { type: 'signed-in-as-another', message: '' } });
    expect(await requestDevices(other.fetch, 'rep-1')).toMatchObject({ error: { type: 'session-expired' } });
    const odd = serverAnswering(200, { devices: [{ ...device, host: 'toaster' }] });
    expect(await requestDevices(odd.fetch, 'rep-1')).toMatchObject({ error: { type: 'bad-answer' } });
    const none = () => Promise.reject(new TypeError('no network'));
    expect(await requestDevices(none, 'rep-1')).toEqual({ ok: false, error: { type: 'offline' } });
  });

  it('gives a device another name', async () => {
    const { fetch, asked } = serverAnswering(200, device);
    expect(await renameDevice(fetch, 'rep-1', device.clientId, 'Field tablet')).toMatchObject({ ok: true });
    expect(asked).toMatchObject([
      { path: `/api/v1/devices/${device.clientId}`, method: 'POST', body: { name: 'Field tablet' } },
    ]);
  });
});
