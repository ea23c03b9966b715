import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ApiFailure, sendFailure } from '../../http/api-failure';

const missingBuild = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fieldquote</title>
<h1>The application is not built yet</h1><p>Run <code>npx vite build</code> (or <code>npm start</code>, which builds it), then reload.</p></html>`;

/** Serves the built renderer; an address that is no file is one of the application's own and gets its page. */
export async function serveRenderer(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    cacheControl: false,
    suppressWarning: true,
    setHeaders: (response, path) => {
      response.header('cache-control', cachingOf(path, folder));
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // A SKU in an address may end like a file name; only a browser on its way to a page asks for HTML.
    const asksForPage = request.headers.accept?.includes('text/html') === true || !/\.\w{2,12}$/.test(path);
    const isPage = isRead && asksForPage && !path.startsWith('/api/') && !path.startsWith('/assets/');
    if (!isPage) return sendFailure(reply, new ApiFailure('not-found', 'There is nothing at this address'));
    if (existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
    return reply.code(503).header('cache-control', 'no-store').type('text/html').send(missingBuild);
  });
}

/** Built assets carry a hash in their name; pages and the service worker must always be asked for anew. */
function cachingOf(path: string, folder: string): string {
  const isHashed = path.startsWith(join(folder, 'assets')) && /-[\w-]{8,}\.\w+$/.test(basename(path));
  return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
