import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../test-vendor.test-kit';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: object }> };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly responses?: Record<
    string,
    { readonly description?: string; readonly content?: Record<string, { readonly schema?: object }> }
  >;
}

/** What is for browsers and machines that read descriptions, not for those that are described. */
const notDescribed = new Set(['GET /openapi.json', 'GET /*']);

describe('ADM-3 the description of the interface', () => {
  let server: TestServer;
  let paths: Record<string, Record<string, Operation>>;
  beforeAll(async () => {
    server = await startTestServer('PGlite');
    const answer = await server.app.inject({ url: '/openapi.json' });
    ({ paths } = answer.json<{ paths: typeof paths }>());
  });
  afterAll(() => server.close());

  const routes = () =>
    server.app.knownRoutes.filter(({ method, url }) => !notDescribed.has(`${method} ${url}`));
  const operationOf = ({ method, url }: { method: string; url: string }): Operation | undefined =>
    paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  /** The routes, by name, for which something is missing. */
  const without = (has: (operation: Operation, method: string, url: string) => boolean): string[] =>
    routes()
      .filter((route) => {
        const operation = operationOf(route);
        return operation === undefined || !has(operation, route.method, route.url);
      })
      .map(({ method, url }) => `${method} ${url}`);

  it('describes every route', () => {
    expect(routes().length).toBeGreaterThan(30);
    expect(without(() => true)).toEqual([]);
  });

  it('says in a line what each is for, and where it belongs', () => {
    expect(
      without(({ summary }) => (summary ?? '').length > 4),
      'Give these routes a `summary`',
    ).toEqual([]);
    expect(without(({ tags }) => tags?.length === 1)).toEqual([]);
  });

  it('says what comes back, and every way to fail', () => {
    const succeeds = ({ responses = {} }: Operation): boolean =>
      Object.entries(responses).some(
        ([status, { content }]) => status === '204' || (status.startsWith('2') && content !== undefined),
      );
    expect(without(succeeds), 'Give these routes a `response` for their success').toEqual([]);
    const fails = ({ responses = {} }: Operation): boolean =>
      ['4XX', '5XX'].every((status) =>
        Object.values(responses[status]?.content ?? {}).some(({ schema }) => schema !== undefined),
      );
    expect(without(fails), 'Add `...errorResponses` to the `response` of these routes').toEqual([]);
  });

  it('says what is sent: the body of what writes, and each part of the address', () => {
    const named = ({ parameters = [] }: Operation, _method: string, url: string): boolean =>
      [...url.matchAll(/:(\w+)/g)].every(([, name]) =>
        parameters.some((parameter) => parameter.name === name && parameter.in === 'path'),
      );
    expect(without(named), 'Give these routes `params`').toEqual([]);
  });

  it('says who may ask: signed in, unless it is for everybody', () => {
    const open = routes()
      .filter((route) => operationOf(route)?.security?.length === 0)
      .map(({ method, url }) => `${method} ${url}`)
      .toSorted();
    expect(open).toEqual([
      'GET /healthz',
      'POST /api/v1/integration/order-status',
      'POST /api/v1/price',
      'POST /api/v1/session',
    ]);
  });
});
