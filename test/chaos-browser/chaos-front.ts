import { createReadStream, existsSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The service worker leaves this address alone: the page under it always comes from here, never from its cache. */
export const pageBase = '/console/chaos/';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

export interface ChaosFront {
  readonly url: string;
  /** False: the vendor cannot be reached, connections under way included. */
  up: boolean;
  /** Requests for which this is true never get an answer. */
  hold: (path: string) => boolean;
  /** How many of those are waiting now. */
  readonly held: number;
  /** Requests to the API that were passed on, by path. */
  readonly passed: string[];
  close(): Promise<void>;
}

/** Stands before the vendor's server: adds the test page, if any, to its origin, and can take the network away or let it hang. */
export async function startChaosFront(vendorUrl: string, pageFolder: string | null): Promise<ChaosFront> {
  let up = true;
  let held = 0;
  let hold = (_path: string): boolean => false;
  const passed: string[] = [];
  const server = createServer((asked, answer) => {
    const path = (asked.url ?? '/').split('?', 1)[0] ?? '/';
    if (pageFolder !== null && path.startsWith(pageBase))
      return sendFile(pageFolder, path.slice(pageBase.length), answer);
    // The app's own files come without a network too: from its service worker, or from Electron's folder.
    if (!up && path.startsWith('/api/')) return void asked.socket.destroy();
    if (hold(path)) {
      held += 1;
      answer.on('close', () => {
        held -= 1;
      });
      return;
    }
    if (path.startsWith('/api/')) passed.push(path);
    passOn(vendorUrl, asked, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    get up() {
      return up;
    },
    set up(value) {
      up = value;
      if (!value) server.closeAllConnections();
    },
    get held() {
      return held;
    },
    get hold() {
      return hold;
    },
    set hold(value) {
      hold = value;
    },
    passed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendFile(folder: string, path: string, answer: ServerResponse): void {
  const file = join(folder, normalize(`/${path === '' ? 'index.html' : path}`));
  if (!existsSync(file)) return void answer.writeHead(404).end();
  answer.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  });
  createReadStream(file).pipe(answer);
}

function passOn(vendorUrl: string, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(
    new URL(asked.url ?? '/', vendorUrl),
    { method: asked.method, headers: asked.headers },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on('error', () => answer.destroy());
    },
  );
  onward.on('error', () => asked.socket.destroy());
  answer.on('close', () => onward.destroy());
  asked.pipe(onward);
}
