import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testPassword, type TestServer } from '../../test-vendor.test-kit';

describe.each(databaseKinds)('sessions on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const signIn = (payload: object, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'POST', url: '/api/v1/session', payload, headers });
  const whoAmI = (headers: Record<string, string>) =>
    server.app.inject({ method: 'GET', url: '/api/v1/session', headers });
  const good = { email: ' Rep-1@Example.com ', password: testPassword };

  it('signs a person in with an HttpOnly cookie and says who they are', async () => {
    const answer = await signIn(good);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      userId: 'rep-1',
      partnerId: 'partner-1',
      name: 'rep-1',
      email: 'rep-1@example.com',
      role: 'rep',
      language: 'pl',
      partnerName: 'Vistula IT',
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^fieldquote_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
    expect(answer.headers['x-session-token']).toBeUndefined();
    const again = await whoAmI({ cookie: cookie.split(';', 1)[0] ?? '' });
    expect(again.json()).toEqual(answer.json());
  });

  it('gives the token to Electron’s main in a header, and no cookie', async () => {
    const answer = await signIn(good, { 'x-fieldquote-host': 'electron' });
    const token = String(answer.headers['x-session-token']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await whoAmI({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });

  it('stores neither the password nor the token', async () => {
    const answer = await signIn(good, { 'x-fieldquote-host': 'electron' });
    const stored = JSON.stringify([
      await server.database.selectFrom('session').selectAll().execute(),
      await server.database.selectFrom('user_account').selectAll().execute(),
    ]);
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(testPassword);
    expect(stored).not.toContain(String(answer.headers['x-session-token']));
  });

  it.each([
    ['a wrong password', { email: 'rep-1@example.com', password: 'no' }],
    ['an e-mail nobody has', { email: 'nobody@example.com', password: testPassword }],
  ])('answers %s alike', async (_name, payload) => {
    const answer = await signIn(payload);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({
      error: { type: 'wrong-credentials', message: 'The e-mail or the password is wrong' },
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('says which field of a sign-in is not valid', async () => {
    const answer = await signIn({ email: 'rep-1@example.com' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ type: 'bad-request', issues: [{ path: 'password' }] });
  });

  it('ends a session 30 days after its last use, and a sign-out ends it at once', async () => {
    const device = await server.signIn('rep-1');
    server.setClock('2026-04-08T10:00:00.000Z'); // day 29: used, so it lasts on
    expect((await device.ask('GET', '/api/v1/session')).status).toBe(200);
    server.setClock('2026-05-07T10:00:00.000Z'); // 29 days later
    expect((await device.ask('GET', '/api/v1/session')).status).toBe(200);
    server.setClock('2026-06-07T10:00:00.000Z'); // 31 days later
    expect(await device.ask('GET', '/api/v1/session')).toMatchObject({
      status: 401,
      body: { error: { type: 'not-signed-in' } },
    });
    const next = await server.signIn('rep-1');
    expect((await next.ask('DELETE', '/api/v1/session')).status).toBe(204);
    expect((await next.ask('GET', '/api/v1/session')).status).toBe(401);
    server.setClock('2026-03-10T10:00:00.000Z');
  });

  it('refuses what another site makes a browser send', async () => {
    const fromElsewhere = await signIn(good, { origin: 'https://elsewhere.example' });
    expect(fromElsewhere.json().error.type).toBe('forbidden');
    const asForm = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify(good),
    });
    expect(asForm.json().error.type).toBe('bad-request');
    const own = await signIn(good, { origin: 'http://localhost:4310', host: 'localhost:4310' });
    expect(own.statusCode).toBe(200);
  });

  it('refuses an e-mail that no database could hold', async () => {
    const answer = await signIn({ email: 'rep-1\0@example.com', password: testPassword });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ type: 'bad-request', issues: [{ path: 'email' }] });
  });

  it('marks the cookie Secure behind a proxy that speaks https', async () => {
    const proxied = await startTestServer(kind, { trustProxy: true });
    const answer = await proxied.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: {
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'quotes.example',
        origin: 'https://quotes.example',
      },
      payload: good,
    });
    expect(answer.headers['set-cookie']).toContain('Secure');
    await proxied.close();
  });

  it('lets nobody guess passwords at speed', async () => {
    const limited = await startTestServer(kind, { signInsPerMinute: 2 });
    const guess = (email: string) =>
      limited.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password: 'x' } });
    await guess('rep-1@example.com');
    await guess('rep-1@example.com');
    const third = await guess('REP-1@example.com');
    expect(third.statusCode).toBe(429);
    expect(third.json().error.type).toBe('too-many-requests');
    expect((await guess('rep-2@example.com')).statusCode).toBe(401);
    await limited.close();
  });

  it('counts guesses by the address the proxy saw, whatever addresses the guesser sends along', async () => {
    const proxied = await startTestServer(kind, { trustProxy: true, signInsPerMinute: 2 });
    const statuses: number[] = [];
    for (const invented of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      const { statusCode } = await proxied.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-forwarded-for': `${invented}, 203.0.113.7` },
        payload: { email: 'rep-1@example.com', password: 'x' },
      });
      statuses.push(statusCode);
    }
    expect(statuses).toEqual([401, 401, 429]);
    await proxied.close();
  });
});
