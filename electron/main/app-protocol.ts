import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The page may talk to its own origin only; everything it loads is in the build. */
const contentPolicy = [
  "default-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** Serves `app://fieldquote/...`: `/api/*` from main, files of the build, and index.html for every screen's address. */
export function createAppProtocol(buildFolder: string, api: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return api(request);
    const wanted = fileInside(buildFolder, pathname);
    if (wanted === null) return new Response('Not found', { status: 404 });
    const isScreen = extname(wanted) === '';
    return serve(isScreen ? join(buildFolder, 'index.html') : wanted);
  };
}

/** The file a path names, or null when it would leave the build (encoded `..`, null bytes, bad escapes). */
function fileInside(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null; // not a well-formed address, so nothing of ours
  }
  if (decoded.includes('\0')) return null;
  const path = normalize(join(folder, decoded));
  return path === normalize(folder) || path.startsWith(normalize(folder) + sep) ? path : null;
}

async function serve(path: string): Promise<Response> {
  try {
    const headers = {
      'content-type': mimeTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
    };
    return new Response(new Uint8Array(await readFile(path)), { headers });
  } catch (error) {
    const missing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
    if (missing) return new Response('Not found', { status: 404 });
    throw error;
  }
}
