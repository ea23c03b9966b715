import type { Rejection } from '#shared/mutations/rejection';
import type { SentMutation } from '#shared/protocol/push';
import type { LogEntry } from './server-log';
import { Violation } from './violation';

/** One mutation as the server processed it. */
export interface Processed {
  readonly clientId: string;
  readonly sent: SentMutation;
  /** null: the server did it. */
  readonly rejection: Rejection | null;
}

/** What the server processed for one partner, in its order: from the watched tables and from what went over the wire. */
export function serverStory(
  log: readonly LogEntry[],
  sentUnder: ReadonlyMap<string, readonly SentMutation[]>,
): readonly Processed[] {
  const rejections = new Map<string, Rejection>(
    log.flatMap((entry) =>
      entry.kind === 'refusal' ? [[`${entry.clientId} ${String(entry.seq)}`, entry.rejection] as const] : [],
    ),
  );
  const counted = new Map<string, number>();
  return log.flatMap((entry) => {
    if (entry.kind !== 'seq') return [];
    const { clientId, from, to } = entry;
    if (from !== (counted.get(clientId) ?? 0) || to < from) {
      throw new Violation('duplicate', 'SY-3: a client’s seq is counted once, without gaps', entry);
    }
    counted.set(clientId, to);
    return Array.from({ length: to - from }, (_, at): Processed => {
      const key = `${clientId} ${String(from + at + 1)}`;
      const [sent, ...others] = sentUnder.get(key) ?? [];
      if (!sent) throw new Violation('divergence', 'SY-3: the server counts only what was sent', key);
      if (others.length > 0) {
        throw new Violation('loss', 'SY-3: one seq of one client never stands for two pieces of work', {
          key,
          all: [sent, ...others],
        });
      }
      return { clientId, sent, rejection: rejections.get(key) ?? null };
    });
  });
}
