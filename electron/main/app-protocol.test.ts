import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from './app-protocol';

describe('app:// protocol', () => {
  let root: string;
  let serve: (request: Request) => Promise<Response>;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'fieldquote-build-'));
    await mkdir(join(root, 'build/assets'), { recursive: true });
    await writeFile(join(root, 'build/index.html'), '<title>Fieldquote</title>');
    await writeFile(join(root, 'build/assets/app.js'), 'void 0');
    await writeFile(join(root, 'secret.txt'), 'secret');
    serve = createAppProtocol(join(root, 'build'), (request) =>
      Promise.resolve(new Response(`api ${request.url}`)),
    );
  });
  afterAll(() => rm(root, { recursive: true }));
  const get = (path: string) => serve(new Request(`app://fieldquote${path}`));

  it('serves index.html for every screen, so that an address can be copied', async () => {
    expect(await (await get('/')).text()).toContain('Fieldquote');
    expect(await (await get('/quotes/0192-abc/proposal')).text()).toContain('Fieldquote');
  });

  it('serves built files with their type and the content policy', async () => {
    const answer = await get('/assets/app.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'");
  });

  it('hands /api to the proxy', async () => {
    expect(await (await get('/api/v1/session')).text()).toBe('api app://fieldquote/api/v1/session');
  });

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00.js',
    '/%E0%A4%A.js',
  ])('never leaves the build: %s', async (path) => {
    const answer = await get(path);
    expect(await answer.text()).not.toContain('secret');
    expect(answer.status).toBe(404);
  });

  it('says 404 for a file that is not in the build', async () => {
    expect((await get('/assets/gone.js')).status).toBe(404);
  });
});
