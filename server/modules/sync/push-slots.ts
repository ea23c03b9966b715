import { ApiFailure } from '../../http/api-failure';
import { retryAfter } from '../../http/retry-after';

export interface PushLimits {
  /** Pushes of this process at once: each holds a connection of the pool, and others need some too. */
  readonly atOnce: number;
  /** Of one partner. Its pushes follow each other under its lock (SY-6): one works, one is ready to. */
  readonly atOncePerPartner: number;
  readonly waiting: number;
  readonly waitingPerPartner: number;
  readonly longestWaitMs: number;
  /** Of all requests being read or waiting, as their heads say. */
  readonly bytes: number;
}

export const defaultPushLimits: PushLimits = {
  atOnce: 8,
  atOncePerPartner: 2,
  waiting: 200,
  waitingPerPartner: 32,
  longestWaitMs: 5_000,
  bytes: 256 * 1024 * 1024,
};

interface Waiter {
  readonly partnerId: string;
  start(): void;
}

export type PushSlots = ReturnType<typeof pushSlots>;

/** Back-pressure: so many pushes work, a few wait in the order they came, the rest is told to come again (`too-many-requests`). */
export function pushSlots(limits: PushLimits = defaultPushLimits) {
  const working = new Map<string, number>();
  let workingInAll = 0;
  const queue: Waiter[] = [];
  let bytes = 0;

  const workingFor = (partnerId: string): number => working.get(partnerId) ?? 0;
  const isFree = (partnerId: string): boolean =>
    workingInAll < limits.atOnce && workingFor(partnerId) < limits.atOncePerPartner;
  const begin = (partnerId: string): void => {
    working.set(partnerId, workingFor(partnerId) + 1);
    workingInAll += 1;
  };
  const end = (partnerId: string): void => {
    const left = workingFor(partnerId) - 1;
    if (left === 0) working.delete(partnerId);
    else working.set(partnerId, left);
    workingInAll -= 1;
    // One partner's queue does not hold up the others.
    const next = queue.findIndex((waiter) => isFree(waiter.partnerId));
    if (next !== -1) queue.splice(next, 1)[0]?.start();
  };

  const wait = (partnerId: string): Promise<void> => {
    const waitingFor = queue.filter((waiter) => waiter.partnerId === partnerId).length;
    if (queue.length >= limits.waiting || waitingFor >= limits.waitingPerPartner) throw tooMany();
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        reject(tooMany());
      }, limits.longestWaitMs);
      const waiter: Waiter = {
        partnerId,
        start: () => {
          clearTimeout(giveUp);
          begin(partnerId);
          resolve();
        },
      };
      queue.push(waiter);
    });
  };

  return {
    /** Throws `too-many-requests` when the queue is full or takes too long. */
    run: async <T>(partnerId: string, work: () => Promise<T>): Promise<T> => {
      if (isFree(partnerId)) begin(partnerId);
      else await wait(partnerId);
      try {
        return await work();
      } finally {
        end(partnerId);
      }
    },

    /** Before a body is read. Returns what to call when its request is over; throws `too-many-requests` when there is no room. */
    makeRoom: (size: number): (() => void) => {
      if (bytes > 0 && bytes + size > limits.bytes) throw tooMany();
      bytes += size;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        bytes -= size;
      };
    },
  };
}

const tooMany = (): ApiFailure =>
  new ApiFailure('too-many-requests', 'Too many send at once', undefined, retryAfter(1));
