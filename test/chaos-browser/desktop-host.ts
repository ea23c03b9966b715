import { mkdir } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { createIpcDoor } from '../../electron/main/handle-ipc';
import { createJournals, type Journals } from '../../electron/main/journal';
import { createCheckSpace } from '../../electron/main/journal-space';
import { exposeDoor } from '../e2e/electron-host';

/** The journal of Electron's main, in a folder on the small disk, for whichever browser stands for the window now. */
export class DesktopHost {
  #journals: Journals | null = null;
  constructor(private readonly folder: string) {}

  /** As main after a start of its own: the journal is read from the disk anew. */
  async serve(context: BrowserContext): Promise<void> {
    await this.#journals?.close();
    await mkdir(this.folder, { recursive: true });
    this.#journals = createJournals(this.folder);
    const door = createIpcDoor({
      saveFile: () => Promise.resolve({ ok: true, value: 'cancelled' }),
      ...this.#journals.handlers,
      checkSpace: createCheckSpace(this.folder),
    });
    await exposeDoor(context, door);
  }

  async close(): Promise<void> {
    await this.#journals?.close();
    this.#journals = null;
  }
}
