// Finds a Chromium for the browser tests, and as root on Debian installs one when there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const installed = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of a Chromium-family browser: named by FIELDQUOTE_CHROMIUM, Playwright's own, an installed one, or Debian's package. */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  const candidates = [
    process.env.FIELDQUOTE_CHROMIUM,
    chromium.executablePath(),
    ...(installed[process.platform] ?? []),
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian (once) ...');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Error(
    'No Chromium was found. Run "npx playwright install chromium", install Chrome, Chromium or Edge, or name one in FIELDQUOTE_CHROMIUM.',
  );
}
