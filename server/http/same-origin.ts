import type { FastifyInstance } from 'fastify';
import { ApiFailure } from './api-failure';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site can make a browser send our cookie, but neither forge `Origin` and `Sec-Fetch-Site` nor send JSON without asking first.
 * So what changes state must come from our own origin and carry JSON.
 */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method)) return;
    const { origin } = request.headers;
    if (
      request.headers['sec-fetch-site'] === 'cross-site' ||
      (origin !== undefined && hostOf(origin) !== request.host)
    ) {
      throw new ApiFailure('forbidden', 'The request comes from another origin');
    }
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
