import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { madeForHeader, sessionSchema, signInSchema } from '#shared/protocol/session';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf } from '../../http/signed-in';
import { sessionDays, type SessionService } from './service';

export const sessionCookie = 'fieldquote_session';
const cookieOptions = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

function keepInCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, {
    ...cookieOptions(request),
    maxAge: sessionDays * 24 * 60 * 60,
  });
}

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

/** Finds out who asks, for every route under the API, before its own hooks run. */
export function resumeSessions(api: FastifyInstance, sessions: SessionService): void {
  api.addHook('onRequest', async (request, reply) => {
    const bearer = bearerOf(request);
    const token = bearer ?? request.cookies[sessionCookie];
    if (token === undefined) return;
    const open = await sessions.resume(token);
    const madeFor = request.headers[madeForHeader];
    if (open && madeFor !== undefined && madeFor !== open.session.userId)
      throw new ApiFailure(
        'signed-in-as-another',
        'The session is not of the person the request is made for',
      );
    request.session = open?.session ?? null;
    request.sessionKey = open?.key ?? null;
    if (open?.extended === true && bearer === undefined) keepInCookie(request, reply, token);
  });
}

export interface SessionRouteOptions {
  readonly sessions: SessionService;
  /** Tries per minute for one address and e-mail. */
  readonly signInsPerMinute: number;
}

/** POST, GET and DELETE /api/v1/session. */
export const sessionRoutes: FastifyPluginAsyncZod<SessionRouteOptions> = async (
  app,
  { sessions, signInsPerMinute },
) => {
  app.post(
    '/session',
    {
      schema: {
        summary: 'Sign in',
        security: [],
        body: signInSchema,
        response: { 200: sessionSchema, ...errorResponses },
      },
      config: {
        rateLimit: {
          max: signInsPerMinute,
          timeWindow: '1 minute',
          hook: 'preHandler',
          keyGenerator: (request) => `${request.ip} ${emailOf(request.body)}`,
        },
      },
    },
    async (request, reply) => {
      const open = await sessions.signIn(request.body.email, request.body.password);
      if (!open) throw new ApiFailure('wrong-credentials', 'The e-mail or the password is wrong');
      // Electron's main keeps the token itself, where the page cannot reach it; a browser gets the cookie only.
      if (request.headers['x-fieldquote-host'] === 'electron') reply.header('x-session-token', open.token);
      else keepInCookie(request, reply, open.token);
      return reply.header('cache-control', 'no-store').send(open.session);
    },
  );

  app.get(
    '/session',
    { schema: { summary: 'Who is signed in', response: { 200: sessionSchema, ...errorResponses } } },
    async (request, reply) => reply.header('cache-control', 'no-store').send(sessionOf(request)),
  );

  app.delete(
    '/session',
    { schema: { summary: 'Sign out', response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      const token = bearerOf(request) ?? request.cookies[sessionCookie];
      if (token !== undefined) await sessions.signOut(token);
      return reply.clearCookie(sessionCookie, cookieOptions(request)).code(204).send(null);
    },
  );
};

const emailOf = (body: unknown): string => {
  const parsed = signInSchema.safeParse(body);
  return parsed.success ? parsed.data.email.toLowerCase() : '';
};
