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
        description:
          'Sign-in, sync, catalog and price-book snapshots, and the vendor’s decisions. Errors are typed (`error.type`). Webhooks and how to verify them: docs/spec/integration.md.',
        version: String(protocolVersion),
      },
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'fieldquote_session' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ cookie: [] }, { bearer: [] }],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { schema: { ...schema, tags: schema?.tags ?? [tagOf(url)] }, url };
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** What routes are about, by their addresses. */
const tags = {
  session: 'Signing in and out, and one’s own devices',
  sync: 'What devices send and fetch: docs/spec/sync.md',
  snapshots: 'Catalogs and price books as immutable files',
  attachments: 'Files that go with messages and orders',
  price: 'Prices for other systems: docs/spec/price-api.md',
  integration: 'What the vendor’s own systems send',
  vendor: 'The vendor’s desk: decisions, for channel managers and administrators',
  administration: 'Audit trail, webhooks and price books',
  health: 'Whether the server works',
} as const;

function tagOf(url: string): keyof typeof tags {
  const [, , , first = '', second = ''] = url.split('/');
  if (first === 'vendor') {
    return /^(audit|webhooks|price-books|authorities)/.test(second) ? 'administration' : 'vendor';
  }
  if (first === 'devices') return 'session';
  const known = Object.keys(tags).find((name) => name === first);
  return (known as keyof typeof tags | undefined) ?? 'health';
}
