import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** Real product data, used from beside the project and never copied into it; elsewhere a small file of the same kind stands in. */
const realCatalog =
  process.env['FIELDQUOTE_REAL_CATALOG'] ?? join(root, '../shared/data/software-catalog.csv');
const standIn = join(root, 'test/fixtures/import/shop-listing.csv');
export const importedCatalog = existsSync(realCatalog) ? realCatalog : standIn;

/** The vendor server as its own process on a folder of its own: it can be stopped and started again like the real one. */
export class VendorServer {
  readonly folder: string;
  #port = '0';
  #process: ChildProcess | null = null;
  url = '';

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A folder with the demo vendor and the imported book "real"; not started yet. */
  static async prepare(): Promise<VendorServer> {
    const server = await VendorServer.prepareDemo();
    const output = await server.#runToEnd([
      '--demo',
      '--import',
      importedCatalog,
      '--book',
      'real',
      '--currency',
      'USD',
    ]);
    if (!/published/i.test(output)) throw new Error(`import published nothing: ${output.slice(-2_000)}`);
    return server;
  }

  /** A folder with the demo vendor, copied from the one made for the whole run; without that the first start fills it. */
  static async prepareDemo(): Promise<VendorServer> {
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-vendor-'));
    const made = process.env['FIELDQUOTE_DEMO_FOLDER'];
    if (made) await cp(made, folder, { recursive: true });
    return new VendorServer(folder);
  }

  async start(): Promise<void> {
    const child = this.#spawn(['--demo', '--port', this.#port]);
    this.#process = child;
    const { stdout } = child;
    if (!stdout) throw new Error('the server has no output');
    this.url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: stdout }).on('line', (line) => {
        const ready = /ready at (http:\/\/\S+)/.exec(line);
        if (ready?.[1]) resolve(ready[1]);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    });
    this.#port = new URL(this.url).port;
  }

  /** Ends it; nothing answers at its address until `start` is called again, on the same port. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    this.#process = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #runToEnd(args: string[]): Promise<string> {
    const child = this.#spawn(args);
    let output = '';
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0)
      throw new Error(`server ${args.join(' ')} ended with ${String(code)}: ${output.slice(-2_000)}`);
    return output;
  }

  #spawn(args: string[]): ChildProcess {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'server/main.ts', '--data', this.folder, ...args],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, DATABASE_URL: '' },
      },
    );
    // A journey that fails on its way stops nothing: its server ends with it.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    return child;
  }
}
