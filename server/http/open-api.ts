import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { protocolVersion } from '#shared/protocol/version';

/** One way to ask the server for something; GET brings its HEAD along. */
export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  readonly schema: FastifySchema | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route, those that the description leaves out too: tests ask whether each is described and guarded. */
    knownRoutes: KnownRoute[];
  }
}

/** The description of the interface, generated from the schemas that check it. */
export async function describeInterface(app: FastifyInstance): Promise<void> {
  const known: KnownRoute[] = [];
  app.decorate('knownRoutes', known);
  app.addHook('onRoute', ({ method, url, schema }) => {
    for (const one of [method].flat()) {
      if (one !== 'HEAD' && one !== 'OPTIONS') known.push({ method: one, url, schema });
    }
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fieldquote vendor server',
        description: 'Sign-in, sync, catalog and price-book snapshots, and the vendor’s decisions.',
        version: String(protocolVersion),
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'fieldquote_session' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ cookie: [] }, { bearer: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
