import { sql } from 'kysely';
import { keyText, type RecordKey } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import { ok } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import { findMutation } from '#shared/mutations/registry';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import type { SentMutation } from '#shared/protocol/push';
import { isTemporary } from '../../temporary-failure';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents, type HappenedEvent } from '../audit/record-event';
import type { Decision } from './authority/authority';
import { decideMutation, touchedBy, type DecisionContext } from './decide-mutation';
import { doneEdits, type DoneEdits } from './done-edits';
import { recordView, type RecordView } from './record-view';
import { addRefusal, findMissingBecauseRefused, findRefusalsOf } from './repository';

export interface BrokenMutation {
  /** What the sender is told: whoever reads the log finds the error by it. */
  readonly reference: string;
  readonly error: unknown;
  readonly clientId: string;
  readonly seq: number;
  readonly mutation: string;
}
export type ReportBroken = (broken: BrokenMutation) => void;

/** SY-16: the server failed over a mutation, and not for its surroundings: sent again as it is, it would fail for ever. */
export class MutationBroke extends Error {}

export interface PushRunContext extends Omit<DecisionContext, 'view'> {
  /** Of the records that are written. */
  readonly version: number;
  readonly onBroken: ReportBroken;
}

/** One push inside its transaction. */
export interface PushRun {
  /** Throws MutationBroke when the server fails over it; the transaction is of no use then. */
  decide(sent: SentMutation): Promise<void>;
  /** SY-16: the same behind a savepoint; what the server fails over is refused as `server-failed`. */
  decideCarefully(sent: SentMutation): Promise<void>;
  /** Stores what was decided. True when there are new records. */
  flush(): Promise<boolean>;
}

export async function pushRun(context: PushRunContext, news: readonly SentMutation[]): Promise<PushRun> {
  const { queries, sender, now, version, onBroken } = context;
  const edits = await doneEdits(queries, sender, news);
  let view = recordView(queries, sender.partnerId, now);
  let isStored = false;
  /** ADM-5: what happened, stored with what it happened to. */
  const happened: HappenedEvent[] = [];
  await view.load(news.flatMap(keysOf));

  const run = (sent: SentMutation): Promise<Decision> =>
    decideOnce(sent, edits, (fresh) => decideMutation(fresh, { ...context, view }));
  const write = (writes: readonly RecordWrite[], by: HappenedEvent['by']): void => {
    happened.push(...eventsOfChanges(writes, view, { partnerId: sender.partnerId, by, at: now }));
    view.write(writes);
  };
  const keep = async (sent: SentMutation, decided: Decision): Promise<void> => {
    if (decided.ok) write(decided.value, { userId: sender.userId, name: sender.name });
    else {
      // Nobody asked for that: it is what the server found.
      if ('voids' in decided) write(decided.voids, null);
      await keepRefusal(sent, decided.error);
    }
    edits.add(sent, decided.ok ? undefined : decided.error);
  };
  const keepRefusal = async (sent: SentMutation, rejection: Rejection): Promise<void> =>
    addRefusal(queries, {
      clientId: sender.clientId,
      mutation: sent,
      rejection: await causeOf(rejection, sent, context),
      missing: keysOf(sent).filter((key) => isMissing(view, key)),
      receivedAt: now,
    });
  const flushView = async (): Promise<void> => {
    if (await view.flush(version)) isStored = true;
    await recordEvents(queries, happened.splice(0));
  };

  return {
    decide: (sent) => orBroke(async () => keep(sent, await run(sent))),

    decideCarefully: async (sent) => {
      await sql`savepoint before_mutation`.execute(queries);
      try {
        await keep(sent, await run(sent));
        // Now, not with the others: what the database does not take is this mutation's fault too.
        await flushView();
        await sql`release savepoint before_mutation`.execute(queries);
      } catch (error) {
        if (isTemporary(error)) throw error;
        await sql`rollback to savepoint before_mutation`.execute(queries);
        view = recordView(queries, sender.partnerId, now);
        happened.length = 0;
        await view.load(news.flatMap(keysOf));
        const reference = newId();
        const { clientId } = sender;
        onBroken({ reference, error, clientId, seq: sent.seq, mutation: sent.name });
        const rejection = { type: 'server-failed', reference } as const;
        await keepRefusal(sent, rejection);
        edits.add(sent, rejection);
      }
    },

    flush: async () => {
      await orBroke(flushView);
      await edits.flush(now);
      return isStored;
    },
  };
}

async function orBroke(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw isTemporary(error)
      ? error
      : new MutationBroke('The server failed over a mutation', { cause: error });
  }
}

/** SY-15: what was done before under this edit id is not done again; refused before, it is refused again. */
async function decideOnce(
  sent: SentMutation,
  edits: DoneEdits,
  decide: (sent: SentMutation) => Promise<Decision>,
): Promise<Decision> {
  const before = sent.editId ? edits.find(sent.editId) : undefined;
  if (before === undefined) return decide(sent);
  if (before.of === 'another') {
    return refuse({ type: 'invalid-arguments', issues: [{ path: 'editId', message: 'is not new' }] });
  }
  return before.refused ? refuse(before.refused) : ok([]);
}

const keysOf = (sent: SentMutation): RecordKey[] => {
  const mutation = findMutation(sent.name);
  return mutation ? touchedBy(mutation, sent.args) : [];
};

const isMissing = (view: RecordView, { type, id }: RecordKey): boolean => view.get(type, id) === undefined;

/**
 * SY-4: what was built on an edit that this client was refused waits with that one; nobody changed the quote elsewhere. On one that itself
 * lost to another person's edit it did lose too.
 */
async function refusedBefore(
  rejection: Rejection,
  { saw }: SentMutation,
  { queries, sender }: PushRunContext,
): Promise<Rejection> {
  const refused = await findRefusalsOf(queries, sender.clientId, Object.values(saw ?? {}));
  const cause = refused.find((each) => each.rejection.type !== 'edited-elsewhere');
  return cause ? { type: 'depends-on-refused', seq: cause.seq } : rejection;
}

/**
 * SY-4: a record that is not there because its making was refused to this client is a matter of that refusal. A refusal given again to another
 * client of the person's (SY-15) is a matter of that client's own.
 */
async function causeOf(
  rejection: Rejection,
  sent: SentMutation,
  context: PushRunContext,
): Promise<Rejection> {
  if (rejection.type === 'edited-elsewhere') return refusedBefore(rejection, sent, context);
  const { queries, sender } = context;
  if (rejection.type !== 'not-found' && rejection.type !== 'depends-on-refused') return rejection;
  const refused = await findMissingBecauseRefused(queries, sender.clientId);
  const keys =
    rejection.type === 'not-found' ? [{ type: rejection.recordType, id: rejection.id }] : keysOf(sent);
  const seq = keys.map((key) => refused.get(keyText(key))).find((cause) => cause !== undefined);
  return seq === undefined ? rejection : { type: 'depends-on-refused', seq };
}
