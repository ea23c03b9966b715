import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/device';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A real Chromium in a process group of its own, on a profile that outlives it. */
export class ChromiumProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  /** Throws when it does not get as far as answering, as on a disk too full to begin. */
  static async start(profile: string, more: readonly string[] = []): Promise<ChromiumProcess> {
    const { args, executablePath = chromium.executablePath() } = launchOptions();
    const child = spawn(
      executablePath,
      [
        ...args,
        ...more,
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        '--no-default-browser-check',
        '--disable-breakpad',
        '--disable-crash-reporter',
        '--disable-gpu',
        'about:blank',
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    // A test that ends before its browser does leaves none behind.
    const onExit = (): void => killGroup(child);
    process.once('exit', onExit);
    // Interrupted, a process ends without its 'exit'.
    const onSignal = (signal: NodeJS.Signals): void => {
      onExit();
      forget();
      process.kill(process.pid, signal);
    };
    const forget = (): void => {
      process.off('exit', onExit);
      for (const signal of signals) process.off(signal, onSignal);
    };
    for (const signal of signals) process.on(signal, onSignal);
    child.once('exit', forget);
    try {
      const endpoint = await debuggingEndpoint(child);
      const browser = await chromium.connectOverCDP(endpoint, { timeout: 30_000 });
      const context = browser.contexts()[0];
      if (!context) throw new Error('Chromium has no window');
      return new ChromiumProcess(child, browser, context);
    } catch (error) {
      killGroup(child);
      throw error;
    }
  }

  async page(): Promise<Page> {
    return this.context.pages()[0] ?? this.context.newPage();
  }

  /** kill -9 of everything: browser, renderers, workers, storage. Resolves when all of it is gone. */
  async kill(): Promise<void> {
    killGroup(this.child);
    await ended(this.child);
    await this.browser.close().catch(() => undefined);
  }

  /** As a person closes it. */
  async quit(): Promise<void> {
    const session = await this.browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => undefined);
    await Promise.race([ended(this.child), after(10_000)]);
    await this.kill();
  }
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function debuggingEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stderr } = child;
    if (!stderr) throw new Error('no stderr');
    const last: string[] = [];
    createInterface({ input: stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > 20) last.shift();
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', (code) =>
      reject(new Error(`Chromium ended with ${String(code)}: ${last.join('\n')}`)),
    );
    setTimeout(() => reject(new Error(`Chromium does not answer: ${last.join('\n')}`)), 30_000).unref();
  });
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  // Its children die with it but are buried by others; on a busy machine that takes a moment.
  for (let tries = 0; tries < 200 && (await groupLives(child.pid ?? 0)); tries += 1) await after(20);
}

/** Whether any process of the group still runs; those that are dead and not buried do nothing any more. */
async function groupLives(group: number): Promise<boolean> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(itsGroup) === group && state !== 'Z') return true;
  }
  return false;
}
