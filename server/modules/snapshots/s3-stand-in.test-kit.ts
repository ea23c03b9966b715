import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import aws4 from 'aws4';
import { sha256 } from './chunk-store';
import type { S3Options } from './s3-chunk-store';

/** As much of an S3-compatible store as chunks need, in memory, over real HTTP. It checks each request's signature with a library of its own. */
export interface S3StandIn {
  readonly options: S3Options;
  /** Path of the object (`/bucket/prefix/name`) and its bytes. */
  readonly objects: Map<string, Buffer>;
  /** `METHOD status`, in order. */
  readonly log: string[];
  /** Answers this status to everything while it is set; `cut` breaks off in the middle of an answer. */
  fault: number | 'cut' | null;
  close(): Promise<void>;
}

export async function startS3StandIn(): Promise<S3StandIn> {
  const key = { accessKeyId: 'AKTEST', secretAccessKey: 'a secret of tests alone' };
  const objects = new Map<string, Buffer>();
  const log: string[] = [];
  const state: { fault: S3StandIn['fault'] } = { fault: null };

  const decide = (request: IncomingMessage, body: Buffer): { status: number; bytes?: Buffer } => {
    const path = request.url ?? '';
    if (typeof state.fault === 'number') return { status: state.fault };
    if (!isSigned(request, key)) return { status: 403 };
    const known = objects.get(path);
    switch (request.method) {
      case 'PUT':
        if (sha256(body) !== request.headers['x-amz-content-sha256']) return { status: 400 };
        objects.set(path, body);
        return { status: 200 };
      case 'DELETE':
        objects.delete(path);
        return { status: 204 };
      default:
        return known ? { status: 200, bytes: known } : { status: 404 };
    }
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status, bytes = Buffer.alloc(0) } = decide(request, Buffer.concat(parts));
      log.push(`${request.method} ${status}`);
      response.writeHead(status, status === 204 ? {} : { 'content-length': bytes.byteLength });
      if (state.fault === 'cut') {
        response.write(bytes.subarray(0, 1));
        setImmediate(() => response.destroy());
      } else response.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-north-1',
      bucket: 'prices',
      prefix: 'vendor/',
      ...key,
    },
    objects,
    log,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Signs the same request again and compares. What it says of its body (`x-amz-content-sha256`) is signed with it. */
function isSigned(
  { method = '', url = '', headers }: IncomingMessage,
  key: { readonly accessKeyId: string; readonly secretAccessKey: string },
): boolean {
  const { authorization = '', host = '' } = headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]));
  const again = aws4.sign(
    { service: 's3', region: 'eu-north-1', method, path: url, host, headers: signed },
    key,
  );
  return again.headers?.['Authorization'] === authorization;
}
