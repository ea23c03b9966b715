import { PassThrough, type Readable } from 'node:stream';
import { keepAliveSeconds, syncEventName, type SyncEvent } from '#shared/protocol/events';
import type { Database } from '../../db/database';
import { anyPartner, hintChannel, hintSchema, type Hint } from './hints';

export interface EventLimits {
  /** Of one sign-in: windows and tabs. One more closes the oldest. */
  readonly streamsPerSession: number;
  readonly streams: number;
  readonly keepAliveMs: number;
  /** Between two hints about the same thing on one stream: a busy partner does not make its devices pull without end. */
  readonly quietMs: number;
}

export const defaultEventLimits: EventLimits = {
  streamsPerSession: 8,
  streams: 2_000,
  keepAliveMs: keepAliveSeconds * 1_000,
  quietMs: 1_000,
};

/** A client that reads nothing any more is cut off before it takes up memory. */
const maxUnreadBytes = 64 * 1024;

interface OpenStream {
  readonly partnerId: string;
  readonly sessionKey: string;
  readonly output: PassThrough;
  /** Hints that wait for the quiet time to end, or only the end of it. */
  readonly quiet: Map<SyncEvent['about'], { timer: NodeJS.Timeout; waiting: boolean }>;
}

export type EventHub = ReturnType<typeof eventHub>;

/** The streams that are open on this server, and what it hears from all of them (SY-8). */
export function eventHub(
  database: Pick<Database, 'listen'>,
  stillOpen: (sessionKeys: readonly string[]) => Promise<ReadonlySet<string>>,
  onError: (error: unknown) => void,
  limits: EventLimits = defaultEventLimits,
) {
  /** Oldest first. */
  const streams = new Set<OpenStream>();
  let listening: Promise<() => Promise<void>> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const takesNoMore = (): boolean => isClosed || streams.size >= limits.streams;
  const tell = (stream: OpenStream, about: SyncEvent['about']): void => {
    const quiet = stream.quiet.get(about);
    if (quiet) {
      quiet.waiting = true;
      return;
    }
    write(stream, `event: ${syncEventName}\ndata: ${JSON.stringify({ about })}\n\n`);
    const end = (): void => {
      const wasWaiting = stream.quiet.get(about)?.waiting === true;
      stream.quiet.delete(about);
      if (wasWaiting && streams.has(stream)) tell(stream, about);
    };
    stream.quiet.set(about, { timer: setTimeout(end, limits.quietMs), waiting: false });
  };
  const spread = (hint: Hint): void => {
    for (const stream of streams) {
      if (hint.partnerId === anyPartner || hint.partnerId === stream.partnerId) tell(stream, hint.about);
    }
  };
  const listen = (): Promise<() => Promise<void>> =>
    database.listen(hintChannel, {
      heard: (payload) => {
        const hint = hintSchema.safeParse(parseJson(payload));
        if (hint.success) spread(hint.data);
      },
      missed: () => {
        spread({ about: 'records', partnerId: anyPartner });
        spread({ about: 'snapshots', partnerId: anyPartner });
      },
    });

  const keepAlive = async (): Promise<void> => {
    // Those opened while the answer is on its way were not asked about.
    const asked = [...streams];
    for (const stream of asked) write(stream, ': here\n\n');
    const open = await stillOpen([...new Set(asked.map(({ sessionKey }) => sessionKey))]);
    for (const { sessionKey, output } of asked) if (!open.has(sessionKey)) output.end();
  };
  const scheduleKeepAlive = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      keepAlive()
        .catch(onError) // the database is away: the streams stay
        .finally(() => {
          if (streams.size > 0 && !isClosed) scheduleKeepAlive();
        });
    }, limits.keepAliveMs);
    timer.unref();
  };

  return {
    /** A stream of server-sent events for one sign-in; undefined when there are too many, or the server is being stopped. */
    open: async (partnerId: string, sessionKey: string): Promise<Readable | undefined> => {
      if (takesNoMore()) return undefined;
      listening ??= listen();
      try {
        await listening;
      } catch (error) {
        listening = undefined;
        throw error;
      }
      // Others came, or a stop, while this one waited.
      if (takesNoMore()) return undefined;
      const own = [...streams].filter((stream) => stream.sessionKey === sessionKey);
      if (own.length >= limits.streamsPerSession) own[0]?.output.end();
      const stream: OpenStream = { partnerId, sessionKey, output: new PassThrough(), quiet: new Map() };
      const forget = (): void => {
        streams.delete(stream);
        for (const quiet of stream.quiet.values()) clearTimeout(quiet.timer);
        stream.quiet.clear();
      };
      stream.output.once('close', forget).once('error', forget);
      streams.add(stream);
      scheduleKeepAlive();
      write(stream, 'retry: 5000\n: here\n\n');
      return stream.output;
    },

    /** Ends every stream; no more are opened. */
    endAll: (): void => {
      isClosed = true;
      for (const { output } of streams) output.end();
    },

    close: async (): Promise<void> => {
      isClosed = true;
      clearTimeout(timer);
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },

    openStreams: (): number => streams.size,
  };
}

function write({ output }: OpenStream, text: string): void {
  if (output.writableEnded || output.destroyed) return;
  if (output.writableLength > maxUnreadBytes) output.destroy();
  else output.write(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not one of ours
  }
}
