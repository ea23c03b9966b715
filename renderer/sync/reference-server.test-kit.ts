import { keyText, type RecordKey, type RecordOf, type RecordType } from '#shared/domain/records';
import { ok, type Result } from '#shared/lib/result';
import { findMutation } from '#shared/mutations/registry';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';
import type { ApiErrorType } from '#shared/protocol/error';
import {
  pullRequestSchema,
  type PullRequest,
  type PullResponse,
  type RecordChange,
} from '#shared/protocol/pull';
import {
  pushRequestSchema,
  type PushRequest,
  type PushResponse,
  type SentMutation,
} from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import type { Manifest } from '#shared/protocol/snapshot';
import { publicVendorKey } from './snapshot.test-kit';

interface Stored {
  readonly key: RecordKey;
  readonly version: number;
  readonly record: RecordOf<RecordType> | null;
}

/** One partner's vendor server in memory, as plainly as the protocol can be said: the model the real sync is compared with. */
export class ReferenceServer {
  readonly records = new Map<string, Stored>();
  /** Every mutation processed, in order: what must be there once. */
  readonly processed: { clientId: string; sent: SentMutation; refused: Rejection | null }[] = [];
  /** Every mutation taken, also those processed before under another client id. */
  readonly sent: { clientId: string; seq: number; refused: Rejection | null }[] = [];
  readonly requests: string[] = [];
  readonly snapshots: { manifest: Manifest; chunks: ReadonlyMap<string, Uint8Array> }[] = [];
  pageSize = 500;
  /** Cookies older than this are answered with a reset (SY-6). */
  oldestCookie = 0;
  session: Session | null;
  /** The server's own authority over what mutations allow. */
  authority: (sent: SentMutation) => Rejection | null = () => null;
  #version = 0;
  readonly lastSeqs = new Map<string, number>();
  readonly #lastEditIds = new Map<string, string | null>();
  /** SY-15: every edit ever processed, with its refusal. */
  readonly #edits = new Map<string, Rejection | null>();
  readonly #patches = new Map<
    string,
    { changes: RecordChange[]; rest: Pick<PatchEnd, 'lastSeqs' | 'lastEditId' | 'refused' | 'cookie'> }
  >();

  constructor(session: Session) {
    this.session = session;
  }

  put(key: RecordKey, record: RecordOf<RecordType> | null): void {
    this.#version += 1;
    this.records.set(keyText(key), { key, version: this.#version, record });
  }

  /** As a server restored from a backup made when it had taken that many mutations: it knows nothing of the later ones. Records are the test's. */
  restoreTo(count: number): void {
    for (const { sent } of this.processed.splice(count)) if (sent.editId) this.#edits.delete(sent.editId);
    this.sent.splice(count);
    for (const clientId of this.lastSeqs.keys()) {
      const last = this.sent.findLast((item) => item.clientId === clientId);
      this.lastSeqs.set(clientId, last?.seq ?? 0);
    }
  }

  /** Live records by key. */
  state(): Map<string, unknown> {
    const live = [...this.records].filter(([, { record }]) => record !== null);
    return new Map(live.map(([key, { record }]) => [key, record]));
  }

  handle(path: string, init: RequestInit): Response {
    this.requests.push(`${init.method ?? 'GET'} ${path}`);
    if (!this.session) return failure(401, 'not-signed-in');
    if (path === '/api/v1/session') return Response.json(this.session);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/api/v1/sync/push')
      return Response.json(this.#push(pushRequestSchema.parse(body), this.session));
    if (path === '/api/v1/sync/pull') return this.#pull(pullRequestSchema.parse(body));
    if (path === '/api/v1/snapshots/keys') return Response.json({ keys: [publicVendorKey] });
    if (path === '/api/v1/snapshots') return Response.json({ snapshots: this.#newestManifests() });
    return this.#snapshotFile(path);
  }

  #push({ clientId, mutations }: PushRequest, session: Session): PushResponse {
    const refused: PushResponse['refused'] = [];
    const lastSeq = this.lastSeqs.get(clientId) ?? 0;
    const isStrange = ({ seq, editId }: SentMutation): boolean =>
      seq <= lastSeq && !!editId && !this.#edits.has(editId);
    if (mutations.some(isStrange)) return { lastSeq, refused, forked: true };
    for (const sent of mutations) {
      const last = this.lastSeqs.get(clientId) ?? 0;
      if (sent.seq <= last) continue;
      if (sent.seq > last + 1) break;
      const rejection = this.#once(sent, clientId, session);
      if (rejection) refused.push({ seq: sent.seq, rejection });
      this.lastSeqs.set(clientId, sent.seq);
      this.#lastEditIds.set(clientId, sent.editId ?? null);
    }
    return { lastSeq: this.lastSeqs.get(clientId) ?? 0, refused };
  }

  /** SY-15: what was done before, under whatever client id, is not done again, and refused again if it was. */
  #once(sent: SentMutation, clientId: string, session: Session): Rejection | null {
    const { editId } = sent;
    const known = editId ? this.#edits.get(editId) : undefined;
    const isKnown = known !== undefined;
    const result = isKnown ? null : this.#apply(sent, session);
    const refused = result === null ? (known ?? null) : result.ok ? null : result.error;
    if (editId) this.#edits.set(editId, refused);
    if (!isKnown) this.processed.push({ clientId, sent, refused });
    this.sent.push({ clientId, seq: sent.seq, refused });
    return refused;
  }

  #apply(sent: SentMutation, session: Session): Result<void, Rejection> {
    const barred = this.authority(sent);
    if (barred) return refuse(barred);
    if (!findMutation(sent.name)) return refuse({ type: 'unknown-mutation', name: sent.name });
    const reader = {
      get: <T extends RecordType>(type: T, id: string) =>
        (this.records.get(keyText({ type, id }))?.record ?? undefined) as RecordOf<T> | undefined,
    };
    const { capturedAt } = sent;
    const context = {
      ...session,
      capturedAt,
      editId: sent.editId ?? undefined,
      saw: sent.saw ?? undefined,
    };
    const result = runMutation(sent.name, sent.args, reader, context);
    if (!result.ok) return result;
    for (const { type, id, record } of result.value) this.put({ type, id }, record);
    return ok(undefined);
  }

  #pull({ clientId, cookie, page, refusedFrom }: PullRequest): Response {
    const from = cookie === null ? 0 : Number(cookie);
    if (cookie !== null && from < this.oldestCookie) return Response.json({ kind: 'reset' });
    const patch = page === null ? this.#newPatch(clientId, from, refusedFrom) : this.#patches.get(page);
    if (!patch) return failure(400, 'bad-request');
    const changes = patch.changes.slice(0, this.pageSize);
    const left = patch.changes.slice(this.pageSize);
    if (left.length === 0) return Response.json({ kind: 'patch', changes, nextPage: null, ...patch.rest });
    const nextPage = `${clientId}/${String(this.#patches.size)}`;
    this.#patches.set(nextPage, { changes: left, rest: patch.rest });
    return Response.json({
      kind: 'patch',
      changes,
      nextPage,
      lastSeqs: {},
      refused: [],
      cookie: String(from),
    });
  }

  #newPatch(clientId: string, from: number, refusedFrom: number | null) {
    const changed = [...this.records.values()].filter(({ version }) => version > from);
    const refused = this.sent.filter(
      (item) => item.clientId === clientId && refusedFrom !== null && item.seq >= refusedFrom,
    );
    return {
      changes: changed.map(({ key, version, record }): RecordChange => ({ ...key, version, record })),
      rest: {
        lastSeqs: Object.fromEntries(this.lastSeqs),
        lastEditId: this.#lastEditIds.get(clientId) ?? null,
        refused: refused.flatMap(({ seq, refused: rejection }) => (rejection ? [{ seq, rejection }] : [])),
        cookie: String(this.#version),
      },
    };
  }

  #newestManifests(): Manifest[] {
    const manifests = this.snapshots.map(({ manifest }) => manifest);
    return manifests.filter(
      ({ kind, id, version }) =>
        !manifests.some((other) => other.kind === kind && other.id === id && other.version > version),
    );
  }

  #snapshotFile(path: string): Response {
    for (const { manifest, chunks } of this.snapshots) {
      const base = `/api/v1/snapshots/${manifest.kind}/${manifest.id}`;
      if (path === `${base}/${String(manifest.version)}`) return Response.json(manifest);
      const bytes = path.startsWith(`${base}/chunks/`) ? chunks.get(path.slice(base.length + 8)) : undefined;
      if (bytes) return new Response(new Uint8Array(bytes));
    }
    return failure(404, 'not-found');
  }
}

type PatchEnd = Extract<PullResponse, { kind: 'patch' }>;

export const failure = (status: number, type: ApiErrorType): Response =>
  Response.json({ error: { type, message: type } }, { status });
