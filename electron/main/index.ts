import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, screen, shell } from 'electron';
import { createApiProxy } from './api-proxy';
import { createAppProtocol } from './app-protocol';
import { createIpcDoor } from './handle-ipc';
import { createJournals } from './journal';
import { createCheckSpace } from './journal-space';
import { createSaveFile } from './save-file';
import { TokenVault, type Cipher } from './token-vault';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

const origin = 'app://fieldquote';
const serverUrl = process.env['FIELDQUOTE_SERVER'] ?? 'http://127.0.0.1:4310';

protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
]);

const cipher: Cipher = {
  isProtected: async () =>
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text') &&
    (await safeStorage.isAsyncEncryptionAvailable()),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
};

async function openWindow(): Promise<BrowserWindow> {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const remembered = await readWindowState(stateFile);
  const window = new BrowserWindow({
    ...placeWindow(
      remembered?.bounds ?? null,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    show: false,
    title: 'Fieldquote',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  if (remembered?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeWindowState(stateFile, state).catch((error: unknown) =>
      console.error('window state not kept:', error),
    );
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (/^https?:\/\//.test(url))
      shell.openExternal(url).catch((error: unknown) => console.error('link not opened:', error));
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault();
  });
  await window.loadURL(`${origin}/`);
  return window;
}

async function choosePath(suggestedName: string): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow();
  const options = { defaultPath: join(app.getPath('documents'), suggestedName) };
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

async function start(): Promise<void> {
  await app.whenReady();
  const vault = new TokenVault(app.getPath('userData'), cipher);
  await vault.restore();
  const serve = createAppProtocol(join(import.meta.dirname, '../renderer'), createApiProxy(serverUrl, vault));
  protocol.handle('app', serve);

  const journalFolder = join(app.getPath('userData'), 'journals');
  const journals = createJournals(journalFolder);
  const door = createIpcDoor({
    saveFile: createSaveFile(choosePath),
    ...journals.handlers,
    checkSpace: createCheckSpace(journalFolder),
  });
  ipcMain.handle('fieldquote', (event, channel: unknown, payload: unknown) => {
    if (!event.senderFrame?.url.startsWith(`${origin}/`)) throw new Error('refused: not our page');
    return door(String(channel), payload);
  });

  await openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow().catch(fail);
  });
}

function fail(error: unknown): void {
  console.error(error);
  dialog.showErrorBox('Fieldquote', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  start().catch(fail);
} else {
  app.quit();
}
