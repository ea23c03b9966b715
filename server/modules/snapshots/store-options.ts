import { err, ok, type Result } from '#shared/lib/result';
import { folderChunkStore, type ChunkStore } from './chunk-store';
import { s3ChunkStore, type S3Options } from './s3-chunk-store';

/** Null: the folder "snapshots" in the data folder. */
export type SnapshotStoreOptions = S3Options | null;

type Env = Readonly<Record<string, string | undefined>>;

/** Reads `--snapshots s3://bucket/prefix` and FIELDQUOTE_S3_*. The error is a sentence for the person who typed it. */
export function parseSnapshotStore(text: string | undefined, env: Env): Result<SnapshotStoreOptions, string> {
  if (text === undefined) return ok(null);
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(text) ?? [];
  if (bucket === undefined || !/^([\w.-]+(\/[\w.-]+)*\/?)?$/.test(path))
    return err(`--snapshots ${text}: not of the form s3://bucket/prefix`);
  const accessKeyId = env['FIELDQUOTE_S3_ACCESS_KEY_ID'];
  const secretAccessKey = env['FIELDQUOTE_S3_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey)
    return err('--snapshots needs FIELDQUOTE_S3_ACCESS_KEY_ID and FIELDQUOTE_S3_SECRET_ACCESS_KEY');
  const region = env['FIELDQUOTE_S3_REGION'] || 'us-east-1';
  const endpoint = env['FIELDQUOTE_S3_ENDPOINT'] || `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    return err(`FIELDQUOTE_S3_ENDPOINT ${endpoint}: not an address that begins with http:// or https://`);
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  return ok({ endpoint, region, bucket, prefix, accessKeyId, secretAccessKey });
}

export const openChunkStore = (options: SnapshotStoreOptions, folder: string): ChunkStore =>
  options === null ? folderChunkStore(folder) : s3ChunkStore(options);
