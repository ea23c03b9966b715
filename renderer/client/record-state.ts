import { keyText, type RecordType } from '#shared/domain/records';
import type { AttentionRow, OutboxRow, PartedRow } from '../db/rows';

/** What a record's mark says. */
export type RecordState = 'saved-here' | 'sent' | 'accepted' | 'needs-attention';

const rank: Readonly<Record<RecordState, number>> = {
  accepted: 0,
  sent: 1,
  'saved-here': 2,
  'needs-attention': 3,
};

/** States of the records of one type that are not simply accepted, from what is in the outbox and what waits for the person to settle it. */
export function recordStates(
  type: RecordType,
  outbox: readonly Pick<OutboxRow, 'state' | 'touches'>[],
  attention: readonly Pick<AttentionRow, 'touches'>[],
  parted: readonly Pick<PartedRow, 'type' | 'id'>[],
): ReadonlyMap<string, RecordState> {
  const states = new Map<string, RecordState>();
  const prefix = `${type}:`;
  const raise = (touches: readonly string[], state: RecordState): void => {
    for (const key of touches) {
      if (!key.startsWith(prefix)) continue;
      const id = key.slice(prefix.length);
      if (rank[state] > rank[states.get(id) ?? 'accepted']) states.set(id, state);
    }
  };
  for (const { state, touches } of outbox) raise(touches, state === 'waiting' ? 'saved-here' : 'sent');
  for (const { touches } of attention) raise(touches, 'needs-attention');
  raise(parted.map(keyText), 'needs-attention');
  return states;
}
