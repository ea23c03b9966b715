import { ipcChannels, type IpcHandlers } from '#shared/ipc/ipc';

/** What the renderer asked is not on the map, or not of its shape. Main refuses before any handler runs. */
export class IpcRefused extends Error {
  override name = 'IpcRefused';
}

/** The one door from renderer to main: checks channel and payload against shared/ipc, then runs the handler. */
export function createIpcDoor(
  handlers: IpcHandlers,
): (channel: string, payload: unknown) => Promise<unknown> {
  return async (channel, payload) => {
    switch (channel) {
      case 'saveFile': {
        const parsed = ipcChannels.saveFile.payload.safeParse(payload);
        if (!parsed.success) throw new IpcRefused(`saveFile: ${parsed.error.message}`);
        return handlers.saveFile(parsed.data);
      }
      default:
        throw new IpcRefused(`no such channel: ${channel.slice(0, 60)}`);
    }
  };
}
