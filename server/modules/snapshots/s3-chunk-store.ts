import { AwsClient } from 'aws4fetch';
import { hashSchema } from '#shared/protocol/snapshot';
import { TemporaryFailure } from '../../temporary-failure';
import { ChunkUnreadable, sha256, type ChunkStore } from './chunk-store';

export interface S3Options {
  /** Of the store, without the bucket: https://s3.eu-central-1.amazonaws.com, http://minio.internal:9000. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before the names of files; empty or ending in "/". */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The store does not answer, or not as a store that takes our key: worth trying again, and never a word on what was asked for. */
export class ChunkStoreUnavailable extends TemporaryFailure {
  override readonly name = 'ChunkStoreUnavailable';
}

const timeout = 15_000;

/**
 * SY-7: chunks in a bucket of any S3-compatible store, addressed by path (`endpoint/bucket/prefix/hash`). Several servers share one bucket:
 * names are contents, so whoever writes first wrote the same.
 */
export function s3ChunkStore({ endpoint, region, bucket, prefix, ...key }: S3Options): ChunkStore {
  const client = new AwsClient({ ...key, region, service: 's3', retries: 2, initRetryMs: 100 });
  const urlOf = (hash: string): string =>
    `${endpoint.replace(/\/+$/, '')}/${bucket}/${prefix}${hashSchema.parse(hash)}`;

  const send = async (method: string, hash: string, init: RequestInit = {}): Promise<Response> => {
    let answer: Response;
    try {
      answer = await client.fetch(urlOf(hash), { method, ...init, signal: AbortSignal.timeout(timeout) });
    } catch (error) {
      throw new ChunkStoreUnavailable(`The snapshot store did not answer ${method}`, { cause: error });
    }
    const { status } = answer;
    if (answer.ok || status === 404) return answer;
    await answer.body?.cancel();
    throw new ChunkStoreUnavailable(`The snapshot store answered ${method} with status ${status}`);
  };
  const bodyOf = async (answer: Response): Promise<Buffer> => {
    try {
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      throw new ChunkStoreUnavailable('The snapshot store broke off', { cause: error });
    }
  };

  const get = async (hash: string): Promise<Buffer> => {
    const answer = await send('GET', hash);
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new ChunkUnreadable(hash, 'missing');
    }
    const bytes = await bodyOf(answer);
    if (sha256(bytes) !== hash) throw new ChunkUnreadable(hash, 'damaged');
    return bytes;
  };
  const isWhole = (hash: string): Promise<boolean> =>
    get(hash).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ChunkUnreadable) return false;
        throw error;
      },
    );

  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      if (await isWhole(hash)) return hash;
      const answer = await send('PUT', hash, {
        body: Buffer.from(bytes),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          // The name is the content: a store in front of a CDN may keep it for ever.
          'cache-control': 'public, max-age=31536000, immutable',
          // Signed with the request, so that the store refuses bytes garbled on the way.
          'x-amz-content-sha256': hash,
        },
      });
      await answer.body?.cancel();
      if (answer.status === 404) throw new ChunkStoreUnavailable(`There is no bucket ${bucket}`);
      return hash;
    },
    get,
    remove: async (hash) => {
      const answer = await send('DELETE', hash);
      await answer.body?.cancel();
    },
  };
}
