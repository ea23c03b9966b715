import { describe, expect, it } from 'vitest';
import { watchClock } from './clock-skew';

const server = '2026-11-21T10:00:00.000Z';

/** What is said of a pull that leaves and comes back at these times of the device's clock. */
async function said(
  sentAt: string,
  receivedAt: string,
  date: string | null = server,
  path = '/api/v1/sync/pull',
) {
  const times = [sentAt, receivedAt];
  const heard: (number | null)[] = [];
  const headers = date === null ? {} : { date: new Date(date).toUTCString() };
  const fetch = watchClock(
    () => Promise.resolve(new Response('{}', { headers })),
    () => new Date(times.shift() ?? receivedAt),
    (minutes) => heard.push(minutes),
  );
  await fetch(path, {});
  return heard;
}

describe("a device's clock beside the server's (SY-11)", () => {
  it.each([
    ['right', '2026-11-21T10:00:01.000Z', '2026-11-21T10:00:02.000Z', null],
    ['four minutes ahead', '2026-11-21T10:04:00.000Z', '2026-11-21T10:04:01.000Z', null],
    ['an hour ahead', '2026-11-21T11:00:00.000Z', '2026-11-21T11:00:01.000Z', 60],
    ['ten years behind', '2016-11-21T10:00:00.000Z', '2016-11-21T10:00:01.000Z', -5_258_880],
    ['right, the answer slow', '2026-11-21T09:50:00.000Z', '2026-11-21T10:10:00.000Z', null],
    ['set back ten years meanwhile', '2026-11-21T10:00:00.000Z', '2016-11-21T10:00:00.000Z', null],
  ])('%s', async (_, sentAt, receivedAt, minutes) => {
    expect(await said(sentAt, receivedAt)).toEqual([minutes]);
  });

  it('is not known of a server that does not tell the time', async () => {
    expect(await said(server, server, null)).toEqual([null]);
  });

  it('is not read off what a cache may have kept', async () => {
    expect(
      await said('2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', server, '/api/v1/snapshots'),
    ).toEqual([]);
  });
});
