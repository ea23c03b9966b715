import {
  ipcChannels,
  type HostBridge,
  type IpcChannel,
  type IpcPayload,
  type IpcResult,
} from '#shared/ipc/ipc';
import type { Platform } from './platform';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly fieldquote?: HostBridge;
  }
}

/** The desktop host: everything goes over the typed IPC map and is checked on the way back. */
export function createElectronPlatform(bridge: HostBridge): Platform {
  const call = async <C extends IpcChannel>(channel: C, payload: IpcPayload<C>): Promise<IpcResult<C>> =>
    ipcChannels[channel].result.parse(await bridge.invoke(channel, payload));
  return { kind: 'electron', saveFile: (file) => call('saveFile', file) };
}
