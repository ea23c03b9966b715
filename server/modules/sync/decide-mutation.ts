import type { RecordKey } from '#shared/domain/records';
import { idSchema, newId } from '#shared/lib/ids';
import { ok } from '#shared/lib/result';
import { notStorable } from '#shared/lib/storable-text';
import type { Mutation, MutationContext } from '#shared/mutations/mutation';
import { findMutation } from '#shared/mutations/registry';
import { refuse } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';
import type { SentMutation } from '#shared/protocol/push';
import { findAuthority } from './authority/authorities';
import type { AuthorityContext, Decision } from './authority/authority';
import { hashArgs, lookUpBusinessId, takeBusinessId } from './business-ids';
import type { RecordView } from './record-view';
import { unstorableTexts } from './storable-text';

/** How many schema versions of a mutation's arguments are taken, the current one included (SY-10). */
const schemaVersionsTaken = 4;

export interface DecisionContext extends Omit<
  AuthorityContext,
  keyof MutationContext | 'records' | 'senderName'
> {
  readonly sender: Omit<MutationContext, 'capturedAt'> & { readonly clientId: string; readonly name: string };
  readonly view: RecordView;
}

/** The server's decision on one mutation: what to write, or why not. Stores nothing but a used business id. */
export async function decideMutation(sent: SentMutation, context: DecisionContext): Promise<Decision> {
  const mutation = findMutation(sent.name);
  if (!mutation) return refuse({ type: 'unknown-mutation', name: sent.name });
  const isKnownVersion =
    sent.schemaVersion <= mutation.schemaVersion &&
    sent.schemaVersion > mutation.schemaVersion - schemaVersionsTaken;
  if (!isKnownVersion)
    return refuse({ type: 'unsupported-version', name: sent.name, version: sent.schemaVersion });
  const broken = unstorableTexts(sent.args);
  if (broken.length > 0) {
    const issues = broken.slice(0, 20).map((path) => ({ path, message: notStorable }));
    return refuse({ type: 'invalid-arguments', issues });
  }

  const { sender, view } = context;
  const use = businessUseOf(mutation, sent, context);
  if (use) {
    const before = await lookUpBusinessId(context.queries, use);
    // The order is there already, exactly as asked: sending it again changes nothing and is no error.
    if (before === 'same') return ok([]);
    if (before === 'other') return refuse({ type: 'duplicate-business-id', businessId: use.businessId });
  }

  await view.load(touchedBy(mutation, sent.args));
  const mutationContext = {
    ...sender,
    capturedAt: sent.capturedAt,
    // SY-13: the first release names none. What it does to a quote is noticed all the same by those who saw the quote before.
    editId: sent.editId ?? newId(),
    saw: sent.saw ?? undefined,
  };
  const ran = runMutation(sent.name, sent.args, view, mutationContext);
  if (!ran.ok) return ran;
  const taken = ran.value.find((write) => view.isTaken(write));
  if (taken) return refuse({ type: 'already-exists', recordType: taken.type, id: taken.id });

  const authority = findAuthority(sent.name);
  const { queries, books, now } = context;
  const decided = authority
    ? await authority(ran.value, {
        ...mutationContext,
        queries,
        records: view,
        books,
        now,
        senderName: sender.name,
      })
    : ran;
  if (decided.ok && use && !(await takeBusinessId(queries, use))) {
    return refuse({ type: 'duplicate-business-id', businessId: use.businessId });
  }
  return decided;
}

function businessUseOf(
  mutation: Mutation<string, unknown>,
  sent: SentMutation,
  { sender, now }: DecisionContext,
) {
  const parsed = mutation.args.safeParse(sent.args);
  if (!mutation.businessId || !parsed.success) return undefined;
  return {
    businessId: mutation.businessId(parsed.data),
    argsHash: hashArgs(parsed.data),
    partnerId: sender.partnerId,
    mutation: mutation.name,
    clientId: sender.clientId,
    seq: sent.seq,
    receivedAt: now,
  };
}

/** The records a mutation names; for arguments that do not parse, those that can still be made out. Never throws: that would stop the whole queue. */
export function touchedBy(mutation: Mutation<string, unknown>, args: unknown): RecordKey[] {
  if (typeof args !== 'object' || args === null) return [];
  try {
    return mutation.touches(args).filter(({ id }) => idSchema.safeParse(id).success);
  } catch {
    return []; // not even lists where lists should be
  }
}
