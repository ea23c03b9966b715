import { sessionSchema, type Session } from '#shared/protocol/session';
import { readStoredSession, storeSession } from '../../../renderer/app/stored-session';
import type { Client } from '../../../renderer/client/client';
import { createClient } from '../../../renderer/client/create-client';
import { replaceDatabase } from '../../../renderer/db/open-database';
import { createPlatform } from '../../../renderer/platform/create-platform';
import type { ChaosPage, Opened } from './chaos-page-types';
import { writeRandomly } from './write-randomly';

/** The app's own client without its screens, so that a test can make it work as fast as it can. Nothing of it is shipped. */
let client: Client | null = null;
let stopWriting = (): void => undefined;

const opened = (): Client => {
  if (!client) throw new Error('open() first');
  return client;
};

/** As the person does in the form. null: no answer came. */
async function signIn(email: string, password: string): Promise<Session | null> {
  const answer = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (!answer) return null;
  if (!answer.ok) throw new Error(`sign-in: ${String(answer.status)} ${await answer.text()}`);
  const session = sessionSchema.parse(await answer.json());
  storeSession(session);
  return session;
}

const page: ChaosPage = {
  open: async (email, password): Promise<Opened> => {
    const session = readStoredSession() ?? (await signIn(email, password));
    if (!session) return { ok: false, error: { type: 'signed-out' } };
    const created = await createClient(session, createPlatform());
    if (!created.ok) return created;
    client = created.value;
    return { ok: true };
  },
  signInAgain: async (email, password) => {
    await signIn(email, password);
  },
  rebuild: async () => {
    const session = readStoredSession();
    if (session) await replaceDatabase(session.userId);
  },
  write: (prefix, seed) => {
    stopWriting = writeRandomly(opened(), prefix, seed, window.chaosWritten);
  },
  stop: () => stopWriting(),
  sync: async () => {
    const { sync } = opened();
    await sync.syncNow();
    const { problem, waiting, attention } = sync.status.getState();
    return { problem: problem?.type ?? null, waiting, attention };
  },
  look: async () => {
    const { db } = opened();
    const [records, outbox, attention] = await Promise.all([
      db.records.toArray(),
      db.outbox.toArray(),
      db.attention.toArray(),
    ]);
    return {
      records: Object.fromEntries(
        records.flatMap(({ id, value }) =>
          value === null ? [] : [[id, 'internalNotes' in value ? value.internalNotes : '']],
        ),
      ),
      waiting: outbox.filter(({ state }) => state === 'waiting').length,
      outbox: outbox.length,
      attention: attention.map(({ name, rejection }) => `${name}: ${rejection.type}`),
    };
  },
  keepMuch: async (bytes) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle('much.bin', { create: true })).createWritable();
    const part = crypto.getRandomValues(new Uint8Array(65_536));
    for (let written = 0; written < bytes; written += part.length) await file.write(part);
    await file.close();
    await navigator.storage.estimate();
  },
};

Object.assign(window, { chaos: page });
