import type { Obligation } from '../domain/deal/obligation';
import { ok, type Result } from '../lib/result';
import type { RecordReader, RecordWrite } from './mutation';
import { refuse, type Rejection } from './rejection';

/** The obligation, if it is there, the partner's own to change and open or done as wanted. */
export function obligationIn(
  wanted: 'open' | 'done',
  records: RecordReader,
  id: string,
): Result<Obligation, Rejection> {
  const obligation = records.get('obligation', id);
  if (!obligation) return refuse({ type: 'not-found', recordType: 'obligation', id });
  const wrong = (state: string, instead: string) =>
    refuse({ type: 'wrong-state', recordType: 'obligation', id, state, wanted: instead });
  if (obligation.side !== 'partner') return wrong(obligation.side, 'partner');
  const state = obligation.done ? 'done' : 'open';
  return state === wanted ? ok(obligation) : wrong(state, wanted);
}

export const writeObligation = (record: Obligation): Result<readonly RecordWrite[], Rejection> =>
  ok([{ type: 'obligation', id: record.id, record }]);

/** Why somebody named cannot be given it: only people of the partner can. */
export const whyNotThePerson = (records: RecordReader, userId: string | null): Rejection | undefined =>
  userId === null || records.get('person', userId)
    ? undefined
    : { type: 'not-found', recordType: 'person', id: userId };
