import { contextBridge, ipcRenderer } from 'electron';
import type { HostBridge } from '#shared/ipc/ipc';

const bridge: HostBridge = {
  invoke: (channel, payload) => ipcRenderer.invoke('fieldquote', channel, payload),
};
contextBridge.exposeInMainWorld('fieldquote', bridge);
