import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiErrorSchema } from '#shared/protocol/error';
import { createApiProxy } from './api-proxy';
import { TokenVault, type Cipher } from './token-vault';

const scrambled: Cipher = {
  isProtected: () => Promise.resolve(true),
  encrypt: (text) => Promise.resolve(Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x5a))),
  decrypt: (bytes) => Promise.resolve(Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString()),
};
const unprotected: Cipher = { ...scrambled, isProtected: () => Promise.resolve(false) };

describe('the /api proxy of Electron main', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-proxy-'));
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        const signsIn =
          request.method === 'POST' && request.url === '/api/v1/session' && body.includes('right');
        const status = signsIn || request.headers.authorization === 'Bearer token-1' ? 200 : 401;
        response.writeHead(status, {
          'content-type': 'application/json',
          'set-cookie': 'fieldquote_session=secret',
          ...(signsIn ? { 'x-session-token': 'token-1' } : {}),
        });
        response.end('{"a":1}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const signIn = (password: string) =>
    new Request('app://fieldquote/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password }),
    });
  const pull = () => new Request('app://fieldquote/api/v1/sync/pull?x=1', { method: 'POST', body: '{}' });

  it('keeps the token of a sign-in, sends it from then on, and never shows it to the renderer', async () => {
    const vault = new TokenVault(folder, scrambled);
    const proxy = createApiProxy(url, vault);
    const answer = await proxy(signIn('right'));
    expect(answer.status).toBe(200);
    expect([...answer.headers.keys()]).toEqual(['content-type', 'date']);
    expect((await proxy(pull())).status).toBe(200);
    expect(seen[1]).toMatchObject({ method: 'POST', url: '/api/v1/sync/pull?x=1', body: '{}' });
    expect(seen[1]?.headers.authorization).toBe('Bearer token-1');

    const nextRun = new TokenVault(folder, scrambled);
    await nextRun.restore();
    expect(nextRun.token).toBe('token-1');
  });

  it('a wrong password leaves the earlier session alone; a refused token ends it (SY-12)', async () => {
    const vault = new TokenVault(folder, scrambled);
    const proxy = createApiProxy(url, vault);
    await vault.keep('token-1');
    expect((await proxy(signIn('wrong'))).status).toBe(401);
    expect(vault.token).toBe('token-1');
    await vault.keep('expired');
    expect((await proxy(pull())).status).toBe(401);
    expect(vault.token).toBeNull();
  });

  it('an answer to an earlier token says nothing about the one of a sign-in meanwhile (SY-12)', async () => {
    const vault = new TokenVault(folder, scrambled);
    await vault.keep('expired');
    const proxy = createApiProxy(url, vault, async (target, init) => {
      const answer = await fetch(target, init);
      await vault.keep('token-1');
      return answer;
    });
    expect((await proxy(pull())).status).toBe(401);
    expect(vault.token).toBe('token-1');
  });

  it('keeps nothing on disk where the system has no secret store', async () => {
    await new TokenVault(folder, unprotected).keep('token-1');
    const nextRun = new TokenVault(folder, unprotected);
    await nextRun.restore();
    expect(nextRun.token).toBeNull();
  });

  it('on a full disk the sign-in holds for this run', async () => {
    const vault = new TokenVault(join(folder, 'no-such-folder'), scrambled);
    const proxy = createApiProxy(url, vault);
    expect((await proxy(signIn('right'))).status).toBe(200);
    expect((await proxy(pull())).status).toBe(200);
  });

  it('answers a typed 503 when the vendor server cannot be reached', async () => {
    const proxy = createApiProxy('http://127.0.0.1:9', new TokenVault(folder, scrambled));
    const answer = await proxy(pull());
    expect(answer.status).toBe(503);
    expect(apiErrorSchema.parse(await answer.json()).error.type).toBe('unavailable');
  });

  describe('a stream of hints (SY-8)', () => {
    let streams: { write: (text: string) => void; closed: Promise<void> }[];
    const events = (signal?: AbortSignal) =>
      new Request('app://fieldquote/api/v1/sync/events', signal ? { signal } : {});

    beforeEach(() => {
      streams = [];
      server.removeAllListeners('request');
      server.on('request', (request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.flushHeaders();
        streams.push({
          write: (text) => response.write(text),
          closed: new Promise((resolve) => request.socket.once('close', () => resolve())),
        });
      });
    });

    it('comes through as it is sent, with the server’s time, and ends there when nobody reads on', async () => {
      const vault = new TokenVault(folder, scrambled);
      const answer = await createApiProxy(url, vault)(events());
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
      expect(Date.parse(answer.headers.get('date') ?? '')).not.toBeNaN();
      const reader = answer.body?.getReader();
      for (const text of ['event: changed\n', 'data: {}\n\n']) {
        streams[0]?.write(text);
        expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(text);
      }
      await reader?.cancel();
      await streams[0]?.closed;
    });

    it('ends there when the request is given up', async () => {
      const vault = new TokenVault(folder, scrambled);
      const controller = new AbortController();
      const answer = await createApiProxy(url, vault)(events(controller.signal));
      const read = answer.body?.getReader().read();
      controller.abort();
      await expect(read).rejects.toThrow('abort');
      await streams[0]?.closed;
    });
  });
});
