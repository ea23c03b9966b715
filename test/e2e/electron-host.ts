import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { createApiProxy } from '../../electron/main/api-proxy';
import { createAppProtocol } from '../../electron/main/app-protocol';
import { createIpcDoor } from '../../electron/main/handle-ipc';
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
  const door = createIpcDoor({ saveFile: createSaveFile(() => Promise.resolve(host.savePath)) });

  await context.route(`${hostOrigin}/**`, (route) => answer(route, serve));
  // A binding carries JSON: bytes travel as numbers and become bytes again at the door.
  await context.exposeBinding('fieldquoteDoor', (_source, channel: string, payload: { bytes: number[] }) =>
    door(channel, { ...payload, bytes: Uint8Array.from(payload.bytes) }),
  );
  await context.addInitScript(() => {
    const calls = window as unknown as {
      fieldquoteDoor(channel: string, payload: unknown): Promise<unknown>;
    };
    const invoke = (channel: string, payload: { bytes: Uint8Array }) =>
      calls.fieldquoteDoor(channel, { ...payload, bytes: Array.from(payload.bytes) });
    Object.defineProperty(window, 'fieldquote', { value: { invoke } });
  });
  return host;
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
