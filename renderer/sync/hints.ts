import { createParser } from 'eventsource-parser';
import { keepAliveSeconds, syncEventName, syncEventSchema, type SyncEvent } from '#shared/protocol/events';
import { backoffDelay } from './backoff';
import { retryAfterSeconds, type Fetch } from './server-api';

/** A stream without a byte for that long is dead, whatever the network says. */
const longestSilence = 2.5 * keepAliveSeconds * 1_000;
/** A stream that lasted this long was a good one: the next is opened without the pauses that failures earned. */
const provenAfter = 30_000;

export interface HintOptions {
  /** Says for whom each request is (SY-12); without a limit of time. */
  readonly fetch: Fetch;
  /** Calls `run` after that many milliseconds, unless the returned function is called first. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
  /** Web Locks, where there are any: one window listens, and the next one looked at takes over when it is gone (SY-9). */
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly lockName: string;
  /** A pull would bring something. Said too when a stream opens: what happened before it is not told again. */
  readonly onHint: (about: SyncEvent['about']) => void;
  /** Whether news would be told, here or in another window, so that asking now and then is enough. */
  readonly onListening: (listening: boolean) => void;
}

export interface Hints {
  /** Listens while somebody looks. */
  setActive(active: boolean): void;
  /** The server was just reached: after a loss of the network there is no reason to wait any longer. */
  reached(): void;
  stop(): Promise<void>;
}

/** SY-8: listens for the server's hints. Whatever happens to the stream, it is opened again, each time after a pause. */
export function createHints(options: HintOptions): Hints {
  const { locks, lockName, later, random, onListening } = options;
  let controller: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let cutPause: () => void = () => undefined;

  const pause = (milliseconds: number, isOffline: boolean, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        stopTimer();
        signal.removeEventListener('abort', end);
        cutPause = () => undefined;
        resolve();
      };
      const stopTimer = later(end, milliseconds);
      signal.addEventListener('abort', end);
      if (isOffline) cutPause = end;
    });

  const keepListening = async (signal: AbortSignal): Promise<void> => {
    onListening(false);
    for (let failures = 0; !signal.aborted;) {
      const ended = await listenOnce(options, signal);
      onListening(false);
      failures = ended.isProven ? 1 : failures + 1;
      const wait = Math.max((ended.retryAfterSeconds ?? 0) * 1_000, backoffDelay(failures, random));
      if (!signal.aborted) await pause(wait, ended.isOffline, signal);
    }
  };

  const listen = async (signal: AbortSignal): Promise<void> => {
    if (!locks) return keepListening(signal);
    // Until it is this window's turn another one listens, and stores what it pulls where all see it.
    onListening(true);
    try {
      await locks.request(lockName, { signal }, () => keepListening(signal));
    } catch {
      onListening(false);
    }
  };

  const end = (): void => {
    controller?.abort();
    controller = null;
  };

  return {
    setActive: (active) => {
      if (!active) end();
      else if (!controller) {
        const { signal } = (controller = new AbortController());
        running = running.then(() => (signal.aborted ? undefined : listen(signal)));
      }
    },
    reached: () => cutPause(),
    stop: () => {
      end();
      return running;
    },
  };
}

interface Ended {
  readonly isProven: boolean;
  /** There was no answer at all. */
  readonly isOffline: boolean;
  readonly retryAfterSeconds: number | null;
}

/** One stream from its opening to its end, however it ends. Never throws. */
async function listenOnce(
  { fetch, later, onHint, onListening }: HintOptions,
  outer: AbortSignal,
): Promise<Ended> {
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  let isProven = false;
  let isOffline = true;
  let wait: number | null = null;
  const giveUp = (): void => own.abort();
  let stopWatch = later(giveUp, longestSilence);
  let stopProof: () => void = () => undefined;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const about = event === syncEventName ? readHint(data) : undefined;
      if (about) onHint(about);
    },
  });
  try {
    const headers = { accept: 'text/event-stream' };
    const init: RequestInit = { headers, signal, cache: 'no-store', credentials: 'same-origin' };
    const response = await fetch('/api/v1/sync/events', init);
    isOffline = false;
    wait = retryAfterSeconds(response);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (response.ok && response.body && isStream) {
      stopProof = later(() => {
        isProven = true;
      }, provenAfter);
      onListening(true);
      onHint('records');
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        stopWatch();
        stopWatch = later(giveUp, longestSilence);
        parser.feed(decoder.decode(part.value, { stream: true }));
      }
    }
  } catch {
    // However a stream breaks off, it is opened again.
  }
  stopWatch();
  stopProof();
  // Ends what is left of a body that nobody reads.
  own.abort();
  return { isProven, isOffline, retryAfterSeconds: wait };
}

/** SY-10: what a later version of the server hints at is looked for wherever something can be new. */
function readHint(data: string): SyncEvent['about'] | undefined {
  try {
    const parsed = syncEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data.about : 'snapshots';
  } catch {
    return undefined;
  }
}
