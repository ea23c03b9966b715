import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { createApiProxy } from '../../electron/main/api-proxy';
import { createAppProtocol } from '../../electron/main/app-protocol';
import { createIpcDoor } from '../../electron/main/handle-ipc';
import { createJournals } from '../../electron/main/journal';
import { createCheckSpace } from '../../electron/main/journal-space';
import { createSaveFile } from '../../electron/main/save-file';
import { TokenVault, type Cipher } from '../../electron/main/token-vault';

/** Stands for `app://fieldquote`, which only Electron can register; an address of its own, so that nothing real answers. */
export const hostOrigin = 'https://fieldquote.test';
const build = join(import.meta.dirname, '../../out/renderer');

/** The test's system has no secret store, as Linux without one: the token lives in memory only. */
const noSecretStore: Cipher = {
  isProtected: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('no secret store')),
  decrypt: () => Promise.reject(new Error('no secret store')),
};

export interface ElectronHost {
  /** Where the next "Save as" goes; null is Cancel. */
  savePath: string | null;
  readonly vault: TokenVault;
}

/**
 * Puts the handlers of Electron's main under a real Chromium: the protocol handler answers the page's requests, and the bridge that
 * preload would expose calls the same IPC door. Only Electron's own wiring (electron/main/index.ts) is not run.
 */
export async function hostAsElectron(context: BrowserContext, serverUrl: string): Promise<ElectronHost> {
  const vault = new TokenVault(await mkdtemp(join(tmpdir(), 'fieldquote-host-')), noSecretStore);
  const host: ElectronHost = { savePath: null, vault };
  const serve = createAppProtocol(build, createApiProxy(serverUrl, vault));
  const journalFolder = await mkdtemp(join(tmpdir(), 'fieldquote-journals-'));
  const door = createIpcDoor({
    saveFile: createSaveFile(() => Promise.resolve(host.savePath)),
    ...createJournals(journalFolder).handlers,
    checkSpace: createCheckSpace(journalFolder),
  });

  await context.route(`${hostOrigin}/**`, (route) => answer(route, serve));
  await exposeDoor(context, door);
  return host;
}

/** The bridge that preload would put on the window, over this door. */
export async function exposeDoor(
  context: BrowserContext,
  door: ReturnType<typeof createIpcDoor>,
): Promise<void> {
  // A binding carries JSON: bytes travel as numbers under a name that nothing else has, in both directions.
  await context.exposeBinding('fieldquoteDoor', async (_source, channel: string, payload: string) =>
    toText(await door(channel, fromText(payload))),
  );
  await context.addInitScript(() => {
    const calls = window as unknown as {
      fieldquoteDoor(channel: string, payload: string): Promise<string | undefined>;
    };
    // A method, since tsx, keeping the names of other functions, calls a helper that the page has not.
    Object.defineProperty(window, 'fieldquote', {
      value: {
        async invoke(channel: string, payload: unknown): Promise<unknown> {
          const asked = JSON.stringify(payload, (_key, value: unknown) =>
            value instanceof Uint8Array ? { bytesAsNumbers: Array.from(value) } : value,
          );
          const answer = await calls.fieldquoteDoor(channel, asked);
          return answer === undefined
            ? undefined
            : JSON.parse(answer, (_key, value: { bytesAsNumbers?: number[] } | null) =>
                value?.bytesAsNumbers ? Uint8Array.from(value.bytesAsNumbers) : value,
              );
        },
      },
    });
  });
}

async function answer(route: Route, serve: (request: Request) => Promise<Response>): Promise<void> {
  const asked = route.request();
  const body = asked.postDataBuffer();
  const request = new Request(asked.url(), {
    method: asked.method(),
    headers: await asked.allHeaders(),
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  const response = await serve(request);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { bytesAsNumbers: Array.from(part) } : part,
  );

const fromText = (text: string): unknown =>
  JSON.parse(text, (_key, part: { bytesAsNumbers?: number[] } | null) =>
    part?.bytesAsNumbers ? Uint8Array.from(part.bytesAsNumbers) : part,
  );
