import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHints, type Hints } from './hints';

/** Timers run when the test says so; a stream's bytes come when it says so. */
let timers: { run: () => void; milliseconds: number }[];
let streams: { body: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal | null | undefined }[];
let heard: string[];
let listening: boolean[];
let hints: Hints;
let answer: () => Promise<Response> | Response;

const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const open = (signal?: AbortSignal | null): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (body) => {
        streams.push({ body, signal });
        signal?.addEventListener('abort', () => body.error(new DOMException('aborted', 'AbortError')));
      },
    }),
    { headers },
  );
async function send(text: string): Promise<void> {
  streams.at(-1)?.body.enqueue(new TextEncoder().encode(text));
  await settled();
}
const waits = (): number[] => timers.map(({ milliseconds }) => milliseconds);
async function run(milliseconds: number): Promise<void> {
  const timer = timers.find((each) => each.milliseconds === milliseconds);
  timers = timers.filter((each) => each !== timer);
  timer?.run();
  await settled();
}

function create(locks: LockManager | null = null): Hints {
  return createHints({
    fetch: async (_, { signal }) => {
      const given = await answer();
      return given.status === 299 ? open(signal) : given;
    },
    later: (run, milliseconds) => {
      const timer = { run, milliseconds };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    random: () => 0,
    locks,
    lockName: 'hints',
    onHint: (about) => heard.push(about),
    onListening: (now) => listening.push(now),
  });
}

beforeEach(() => {
  [timers, streams, heard, listening] = [[], [], [], []];
  answer = () => new Response(null, { status: 299 });
  hints = create();
});
afterEach(() => hints.stop());

async function listen(): Promise<void> {
  hints.setActive(true);
  await settled();
}

describe('hints from the server (SY-8)', () => {
  it('are heard while somebody looks, however the bytes are cut', async () => {
    await listen();
    expect(heard).toEqual(['records']);
    await send(': keep alive\n\nevent: changed\nda');
    await send('ta: {"about":"snapshots"}\n\nevent: other\ndata: {"about":"records"}\n\n');
    expect(heard).toEqual(['records', 'snapshots']);
    expect(listening.at(-1)).toBe(true);

    hints.setActive(false);
    await settled();
    expect(streams[0]?.signal?.aborted).toBe(true);
    expect(listening.at(-1)).toBe(false);
    expect(waits()).toEqual([]);
  });

  it('that nobody can read do no harm; those about something new are looked for everywhere', async () => {
    await listen();
    await send('event: changed\ndata: not json\n\nevent: changed\ndata: {"about":"moon"}\n\n');
    expect(heard).toEqual(['records', 'snapshots']);
  });

  it('a stream that breaks off is opened again after a pause, and asks what was missed', async () => {
    await listen();
    streams[0]?.body.error(new TypeError('connection reset'));
    await settled();
    expect(waits()).toEqual([500]);
    await run(500);
    expect(streams).toHaveLength(2);
    expect(heard).toEqual(['records', 'records']);
  });

  it('a server that closes every stream at once is asked less and less often', async () => {
    await listen();
    for (const wait of [500, 1_000, 2_000, 4_000]) {
      streams.at(-1)?.body.close();
      await settled();
      expect(waits()).toEqual([wait]);
      await run(wait);
    }
    // This one lasts: the pauses begin anew.
    await run(30_000);
    streams.at(-1)?.body.close();
    await settled();
    expect(waits()).toEqual([500]);
  });

  it('a stream without a byte for 62.5 s is dead; any byte is a sign of life', async () => {
    await listen();
    const first = timers.find(({ milliseconds }) => milliseconds === 62_500);
    await send(':\n');
    expect(timers).not.toContain(first);
    await run(62_500);
    expect(streams[0]?.signal?.aborted).toBe(true);
    expect(listening.at(-1)).toBe(false);
    expect(waits()).toEqual([500]);
  });

  it.each([
    ['an older server', () => new Response('{}', { status: 404 }), 500],
    ['overload', () => new Response('{}', { status: 429, headers: { 'retry-after': '90' } }), 90_000],
    ['a hotel that wants to be signed in to', () => new Response('<html>', { status: 200 }), 500],
  ])('%s is no stream, and is left alone for a while', async (_, given, wait) => {
    answer = given;
    await listen();
    expect(listening).not.toContain(true);
    expect(heard).toEqual([]);
    expect(waits()).toEqual([wait]);
  });

  it('once the server was reached again, a pause for want of a network ends', async () => {
    answer = () => Promise.reject(new TypeError('no network'));
    await listen();
    answer = () => new Response(null, { status: 299 });
    hints.reached();
    await settled();
    expect(streams).toHaveLength(1);

    // But not one that the server earned.
    streams[0]?.body.close();
    await settled();
    hints.reached();
    await settled();
    expect(streams).toHaveLength(1);
  });
});

describe('one window listens (SY-9)', () => {
  it('the others wait for its end, asking the server as seldom, and the next takes over', async () => {
    let grant: () => void = () => undefined;
    const locks = {
      request: (_name: string, _options: LockOptions, run: (lock: Lock | null) => Promise<unknown>) =>
        new Promise<void>((resolve) => {
          grant = resolve;
        }).then(() => run(null)),
    } as unknown as LockManager;
    hints = create(locks);
    await listen();
    expect(streams).toHaveLength(0);
    expect(listening).toEqual([true]);
    grant();
    await settled();
    expect(streams).toHaveLength(1);
    expect(listening).toEqual([true, false, true]);
  });
});
