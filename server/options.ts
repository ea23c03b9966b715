import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/lib/result';
import { parseImportOptions, type ImportOptions } from './modules/catalog-import/options';

export interface ServerOptions {
  /** Null: no serving, only the import. 0: any free port. */
  readonly port: number | null;
  readonly host: string;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly trustProxy: boolean;
  /** Null: the embedded database, in the data folder. */
  readonly databaseUrl: string | null;
  readonly import: ImportOptions | null;
}

export const usage = `npm run server -- --data DIR [--port N] [options]

  --data DIR           where snapshots (and, without DATABASE_URL, the database) are kept; default .data/server
  --port N             serve on this port; 0 takes a free one. Default 4310, unless there is only an import to do
  --host NAME          address to listen on; default 127.0.0.1
  --demo               load the demo vendor if it is not there yet, and name its people and password at /healthz
  --trust-proxy        believe X-Forwarded-* (only behind one proxy that sets them)

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

DATABASE_URL=postgres://... keeps the data in PostgreSQL instead of DIR.`;

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
        'trust-proxy': { type: 'boolean', default: false },
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
  const port = values.port ?? (values.import === undefined ? '4310' : null);
  if (port !== null && !/^\d{1,5}$/.test(port)) return err(`--port ${port}: not a port number`);
  if (port !== null && Number(port) > 65_535) return err(`--port ${port}: not a port number`);
  const imported = parseImportOptions(values);
  if (!imported.ok) return imported;
  return ok({
    port: port === null ? null : Number(port),
    host: values.host,
    dataDir: values.data,
    demo: values.demo,
    trustProxy: values['trust-proxy'],
    databaseUrl: env['DATABASE_URL'] || null,
    import: imported.value,
  });
}
