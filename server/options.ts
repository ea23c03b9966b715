import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/lib/result';
import type { PostgresOptions } from './db/database';
import { parsePostgresOptions } from './db/postgres-options';
import { parseImportOptions, type ImportOptions } from './modules/catalog-import/options';
import { parseOrderStatusSecret } from './modules/orders/status-secret';
import { parseSnapshotStore, type SnapshotStoreOptions } from './modules/snapshots/store-options';

export interface ServerOptions {
  /** Null: no serving, only the import. 0: any free port. */
  readonly port: number | null;
  readonly host: string;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly trustProxy: boolean;
  /** Webhooks may go to private addresses and over plain HTTP. */
  readonly privateWebhooks: boolean;
  /** Null: the embedded database, in the data folder. */
  readonly databaseUrl: string | null;
  readonly postgres: PostgresOptions & { readonly poolSize: number };
  /** For how long deletions are remembered: a device away for longer starts over (SY-6). */
  readonly tombstoneDays: number;
  /** The database comes from a backup: cookies from after it are worth nothing (SY-6). */
  readonly restored: boolean;
  readonly import: ImportOptions | null;
  readonly snapshots: SnapshotStoreOptions;
  /** Remove versions of catalogs and books that were not the newest for so many days and that nothing names; null: do not. */
  readonly collectSnapshots: number | null;
  /** ORD-1: what systems sign with that report on orders; null: none may. */
  readonly orderStatusSecret: string | null;
}

export const usage = `npm run server -- --data DIR [--port N] [options]

  --data DIR           where snapshots (and, without DATABASE_URL, the database) are kept; default .data/server
  --port N             serve on this port; 0 takes a free one. Default 4310, unless there is only an import to do
  --host NAME          address to listen on; default 127.0.0.1
  --demo               load the demo vendor if it is not there yet, and name its people and password at /healthz
  --snapshots ADDRESS  keep catalogs and price books in an S3-compatible store, s3://bucket/prefix, instead of DIR
  --keep-deleted DAYS  remember what was deleted for so long, for devices that are away; default 180. A device away for longer
                       fetches everything again, and loses nothing
  --restored           say once, after the database was restored from a backup: every device fetches everything again and sends what
                       the backup does not have
  --private-webhooks   let webhooks go to private and loopback addresses and over plain HTTP, for receivers in one's own network
  --trust-proxy        believe X-Forwarded-* (only behind one proxy that sets them)

  --collect-snapshots DAYS   remove old versions of catalogs and price books that no quote names and that were replaced more than
                       DAYS ago; the newest five of each stay. Without --port, exits after it

  --import FILE        publish a CSV price list as the next version of a price book; without --port, exits after it
  --book NAME          the book's name; its id is made from it
  --currency CODE      the book's currency, e.g. USD
  --encoding auto|utf-8|latin1   default auto: UTF-8 where it is valid, else Latin-1 (Windows-1252)
  --map LIST           column mapping, e.g. sku=id,name=title,description=text,vendor=maker,price=list,family=group
  --delimiter CHAR     , ; or tab; default: the one the first line uses most
  --decimal point|comma   what separates decimals in prices; default point
  --catalog ID         catalog to publish the products in; default the book's id
  --family NAME        family of products without a family column; default the book's name
  --tax-category KEY   default standard
  --partners all|ID,ID who may have the book; default those who had its last version, else all
  --valid-from DAY     first day of the book; default that of its last version, else today
  --report FILE        also write the bad rows as JSON

DATABASE_URL=postgres://... keeps the data in PostgreSQL instead of DIR. FIELDQUOTE_POSTGRES_POOL is how many connections a server
opens (10), FIELDQUOTE_POSTGRES_STATEMENT_MS, _LOCK_MS and _IDLE_MS how long a statement (30000), a wait for a lock (15000) and a
transaction that does nothing (60000) may take.
FIELDQUOTE_S3_ACCESS_KEY_ID, FIELDQUOTE_S3_SECRET_ACCESS_KEY, FIELDQUOTE_S3_REGION (default us-east-1) and FIELDQUOTE_S3_ENDPOINT
(default Amazon's of that region) are for --snapshots.
FIELDQUOTE_ORDER_STATUS_SECRET, "whsec_" and 24 to 64 bytes in base64, lets the vendor's own systems report on orders: they sign with it by
the Standard Webhooks scheme. Without it nothing is taken.`;

/** Reads the command line and DATABASE_URL. The error is a sentence for the person who typed it. */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Result<ServerOptions | 'help', string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        data: { type: 'string', default: '.data/server' },
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        demo: { type: 'boolean', default: false },
        snapshots: { type: 'string' },
        'collect-snapshots': { type: 'string' },
        'keep-deleted': { type: 'string', default: '180' },
        restored: { type: 'boolean', default: false },
        'trust-proxy': { type: 'boolean', default: false },
        'private-webhooks': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        import: { type: 'string' },
        book: { type: 'string' },
        currency: { type: 'string' },
        encoding: { type: 'string' },
        map: { type: 'string' },
        delimiter: { type: 'string' },
        decimal: { type: 'string' },
        catalog: { type: 'string' },
        family: { type: 'string' },
        'tax-category': { type: 'string' },
        partners: { type: 'string' },
        'valid-from': { type: 'string' },
        report: { type: 'string' },
      },
    }));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return ok('help');
  const collect = values['collect-snapshots'];
  if (collect !== undefined && !/^\d{1,5}$/.test(collect))
    return err(`--collect-snapshots ${collect}: not a number of days`);
  const port = values.port ?? (values.import === undefined && collect === undefined ? '4310' : null);
  if (port !== null && !/^\d{1,5}$/.test(port)) return err(`--port ${port}: not a port number`);
  if (port !== null && Number(port) > 65_535) return err(`--port ${port}: not a port number`);
  if (!/^[1-9]\d{0,4}$/.test(values['keep-deleted']))
    return err(`--keep-deleted ${values['keep-deleted']}: not a number of days`);
  const postgres = parsePostgresOptions(env);
  if (!postgres.ok) return postgres;
  const imported = parseImportOptions(values);
  if (!imported.ok) return imported;
  const snapshots = parseSnapshotStore(values.snapshots, env);
  if (!snapshots.ok) return snapshots;
  const orderStatusSecret = parseOrderStatusSecret(env);
  if (!orderStatusSecret.ok) return orderStatusSecret;
  return ok({
    port: port === null ? null : Number(port),
    host: values.host,
    dataDir: values.data,
    demo: values.demo,
    trustProxy: values['trust-proxy'],
    privateWebhooks: values['private-webhooks'],
    databaseUrl: env['DATABASE_URL'] || null,
    postgres: postgres.value,
    tombstoneDays: Number(values['keep-deleted']),
    restored: values.restored,
    import: imported.value,
    snapshots: snapshots.value,
    collectSnapshots: collect === undefined ? null : Number(collect),
    orderStatusSecret: orderStatusSecret.value,
  });
}
