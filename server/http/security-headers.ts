import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * The renderer talks to its own origin only. No `upgrade-insecure-requests` and no HSTS: the server speaks plain http and whoever puts TLS
 * in front of it sets them there.
 */
export async function sendSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    hsts: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'connect-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'font-src': ["'self'", 'data:'],
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'frame-src': ["'self'", 'blob:'],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
      },
    },
  });
}
