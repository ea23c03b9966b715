import { ipcChannels, type HostBridge } from '#shared/ipc/ipc';
import { err } from '#shared/lib/result';
import { openElectronJournal } from '../journal/electron-journal';
import type { Platform } from './platform';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly fieldquote?: HostBridge;
  }
}

/** The desktop host: everything goes over the typed IPC map and is checked on the way back. */
export function createElectronPlatform(bridge: HostBridge): Platform {
  return {
    kind: 'electron',
    checkSpace: async () => {
      try {
        return ipcChannels.checkSpace.result.parse(await bridge.invoke('checkSpace', {}));
      } catch {
        return 'enough'; // what cannot be known is not held against the person
      }
    },
    openJournal: (userId) => openElectronJournal(bridge, userId),
    saveFile: async (file) => {
      try {
        return ipcChannels.saveFile.result.parse(await bridge.invoke('saveFile', file));
      } catch (thrown) {
        return err({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    },
  };
}
