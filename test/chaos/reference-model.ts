import { keyText, recordSchemas, type RecordOf, type RecordType } from '#shared/domain/records';
import { findMutation, type ArgsOf } from '#shared/mutations/registry';
import { runMutation } from '#shared/mutations/run-mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { Session } from '#shared/protocol/session';
import { canonical } from './canonical';
import { breaksTheServer } from './server-log';
import type { Processed } from './server-story';
import { serverTime } from './vendor';
import { Violation } from './violation';

/** What only the vendor's side decides or writes: its refusals of these kinds are taken as they are. */
const vendorsWord: ReadonlySet<Rejection['type']> = new Set([
  'price-mismatch',
  'price-book-unavailable',
  'quote-not-priceable',
  'quote-expired',
  'approval-needed',
  'floor-broken',
  'content-changed',
  'duplicate-business-id',
  // Its making was refused, or broke the server.
  'account-missing',
]);
const vendorsFields: ReadonlySet<string> = new Set([
  'receivedAt',
  'authorName',
  'vendorOrderNumber',
  'number',
  'requestedAt',
]);

/** The vendor's server as plainly as it can be said: one list of records, one mutation after the other, each piece of work once. */
export class ReferenceModel {
  readonly #records = new Map<string, unknown>();
  readonly #done = new Map<string, Rejection | null>();
  readonly #businessIds = new Set<string>();

  /** Starts from records that were there before. */
  constructor(first: Iterable<readonly [string, unknown]>) {
    for (const [key, record] of first) this.#records.set(key, record);
  }

  /** Replays what the server processed. Throws where the two do not agree. */
  replay({ sent, rejection }: Processed, person: Session): void {
    const { editId } = sent;
    if (editId && this.#done.has(editId)) {
      if (rejection && !this.#done.get(editId)) {
        throw new Violation('duplicate', 'SY-15: what was done is not done, and so not refused, again', sent);
      }
      return;
    }
    const before = findMutation(sent.name)?.businessId?.(sent.args);
    if (before !== undefined && this.#businessIds.has(before)) return;
    if (editId) this.#done.set(editId, rejection);
    const ran = runMutation(sent.name, sent.args, this.#reader(), {
      userId: person.userId,
      partnerId: person.partnerId,
      role: person.role,
      capturedAt: sent.capturedAt,
      editId: sent.editId ?? undefined,
      saw: sent.saw ?? undefined,
    });
    if (rejection) {
      const isBroken = rejection.type === 'server-failed' && JSON.stringify(sent).includes(breaksTheServer);
      if (!ran.ok || isBroken || vendorsWord.has(rejection.type)) return;
      if (rejection.type === 'wrong-state' && rejection.state === 'missed' && this.#isLate(sent)) return;
      throw new Violation('loss', 'SY-4: the server refuses only what cannot be done', { sent, rejection });
    }
    if (!ran.ok) {
      throw new Violation('divergence', 'SY-1: the server does only what can be done', {
        sent,
        model: ran.error,
      });
    }
    if (this.#isLate(sent)) {
      throw new Violation('divergence', 'OPP-2: a lead is not accepted after its time', sent);
    }
    this.#wasSeen(sent);
    if (before !== undefined) this.#businessIds.add(before);
    for (const { type, id, record } of ran.value) {
      if (record === null) this.#records.delete(keyText({ type, id }));
      else this.#records.set(keyText({ type, id }), record);
    }
  }

  /** The same records in the same state, but for what the vendor writes itself. */
  compare(server: ReadonlyMap<string, unknown>): void {
    for (const key of new Set([...server.keys(), ...this.#records.keys()])) {
      // What the vendor alone writes no mutation touches.
      if (key.startsWith('agreement:')) continue;
      const [model, seen] = [plain(key, this.#records.get(key)), plain(key, server.get(key))];
      if (model === seen) continue;
      throw new Violation('divergence', 'the server’s records are those of the reference model', {
        key,
        model,
        server: seen,
      });
    }
  }

  /** OPP-2, SY-11, said again: too late by the server's clock, whatever the device's says. */
  #isLate({ name, args }: Processed['sent']): boolean {
    if (name !== 'acceptLead') return false;
    const lead = this.#reader().get('lead', (args as ArgsOf<'acceptLead'>).id);
    return lead !== undefined && Date.parse(serverTime) > Date.parse(lead.acceptBy);
  }

  /** SY-13, said again without the code under test: nobody's edit of a quote goes over a state they had not seen. */
  #wasSeen(sent: Processed['sent']): void {
    for (const [key, lastEdit] of Object.entries(sent.saw ?? {})) {
      const now = (this.#records.get(key) as { lastEdit?: string | null } | undefined)?.lastEdit ?? '';
      if (now !== lastEdit) throw new Violation('divergence', 'SY-13: money is never merged', { sent, now });
    }
  }

  #reader() {
    return {
      get: <T extends RecordType>(type: T, id: string) =>
        this.#records.get(keyText({ type, id })) as RecordOf<T> | undefined,
    };
  }
}

function plain(key: string, record: unknown): string {
  if (record === undefined) return 'nothing';
  const type = key.slice(0, key.indexOf(':')) as RecordType;
  const parsed: Record<string, unknown> = { ...recordSchemas[type].parse(record) };
  if (type === 'order' && parsed['state'] === 'placed') parsed['state'] = 'received';
  const isVendors = ['order', 'specialBid', 'registrationRequest', 'message'].includes(type);
  if (isVendors) for (const field of vendorsFields) delete parsed[field];
  if (type === 'specialBid' || type === 'registrationRequest') delete parsed['updatedAt'];
  if (type === 'lead') {
    // When it was answered is the server's to say.
    delete parsed['updatedAt'];
    const { answer } = parsed as { answer: object | null };
    parsed['answer'] = answer && { ...answer, at: null };
  }
  return canonical(parsed);
}
