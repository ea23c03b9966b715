import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device, DeviceFacts } from '#shared/protocol/devices';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

const laptop: DeviceFacts = { name: 'Linux, Firefox', host: 'browser', appVersion: '0.4.0' };

describe.each(databaseKinds)('devices on %s', (kind) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer(kind);
  });
  afterEach(() => server.close());

  const pullAs = (device: TestDevice, facts: unknown = laptop) =>
    device.ask('POST', '/api/v1/sync/pull', {
      protocolVersion: 2,
      clientId: device.clientId,
      cookie: null,
      page: null,
      refusedFrom: null,
      device: facts,
    });
  const list = async (device: TestDevice) =>
    ((await device.ask('GET', '/api/v1/devices')).body as { devices: Device[] }).devices;
  const rename = (device: TestDevice, clientId: string, name: string) =>
    device.ask('POST', `/api/v1/devices/${clientId}`, { name });

  it('are those of the person, the last seen first, by the server’s clock', async () => {
    const [first, second] = [await server.signIn('rep-1'), await server.signIn('rep-1')];
    const colleague = await server.signIn('manager-1');
    await pullAs(first);
    server.setClock('2026-03-10T11:00:00.000Z');
    await pullAs(second, { name: 'Desk', host: 'electron', appVersion: '0.4.1' });
    await pullAs(colleague);
    expect(await list(first)).toEqual([
      {
        clientId: second.clientId,
        name: 'Desk',
        host: 'electron',
        appVersion: '0.4.1',
        firstSeenAt: '2026-03-10T11:00:00.000Z',
        lastSeenAt: '2026-03-10T11:00:00.000Z',
      },
      {
        clientId: first.clientId,
        ...laptop,
        firstSeenAt: '2026-03-10T10:00:00.000Z',
        lastSeenAt: '2026-03-10T10:00:00.000Z',
      },
    ]);
  });

  it('are written once a minute, or when they say something new', async () => {
    const device = await server.signIn('rep-1');
    await pullAs(device);
    const seenAt = async (instant: string, facts: unknown = laptop) => {
      server.setClock(instant);
      await pullAs(device, facts);
      return (await list(device))[0]?.lastSeenAt;
    };
    expect(await seenAt('2026-03-10T10:00:59.000Z')).toBe('2026-03-10T10:00:00.000Z');
    expect(await seenAt('2026-03-10T10:01:00.000Z')).toBe('2026-03-10T10:01:00.000Z');
    expect(await seenAt('2026-03-10T10:01:01.000Z', { ...laptop, appVersion: '0.5.0' })).toBe(
      '2026-03-10T10:01:01.000Z',
    );
    expect(await seenAt('2026-03-10T10:02:01.000Z', null)).toBe('2026-03-10T10:02:01.000Z');
    expect((await list(device))[0]?.appVersion).toBe('0.5.0');
  });

  it('keep the name they were given until they say another of themselves', async () => {
    const device = await server.signIn('rep-1');
    await pullAs(device);
    const renamed = await rename(device, device.clientId, 'Ania’s laptop');
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Ania’s laptop' } });
    server.setClock('2026-03-10T12:00:00.000Z');
    await pullAs(device);
    expect((await list(device))[0]).toMatchObject({
      name: 'Ania’s laptop',
      lastSeenAt: '2026-03-10T12:00:00.000Z',
    });
    await pullAs(device, { ...laptop, name: 'Named on the device' });
    expect((await list(device))[0]?.name).toBe('Named on the device');
  });

  it('are nobody else’s to name, and take no name that cannot be kept', async () => {
    const [device, colleague] = [await server.signIn('rep-1'), await server.signIn('manager-1')];
    await pullAs(device);
    const notThere = { status: 404, body: { error: { type: 'not-found' } } };
    expect(await rename(colleague, device.clientId, 'Mine')).toMatchObject(notThere);
    expect(await rename(device, 'unknown', 'Mine')).toMatchObject(notThere);
    const bad = { status: 400, body: { error: { type: 'bad-request' } } };
    for (const name of ['', '   ', 'x'.repeat(81), 'half \ud800', '\0']) {
      expect(await rename(device, device.clientId, name)).toMatchObject(bad);
      expect(await pullAs(device, { ...laptop, name })).toMatchObject(bad);
    }
    expect((await list(device))[0]?.name).toBe(laptop.name);
  });

  it('SY-5 one that never sent anything is none a pull counts', async () => {
    const device = await server.signIn('rep-1');
    await pullAs(device);
    expect(await pullAs(device)).toMatchObject({ body: { lastSeqs: {}, lastEditId: null } });
  });
});
