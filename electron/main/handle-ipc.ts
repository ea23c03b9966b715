import {
  ipcChannels,
  type IpcChannel,
  type IpcHandlers,
  type IpcPayload,
  type IpcResult,
} from '#shared/ipc/ipc';

/** What the renderer asked is not on the map, or not of its shape. Main refuses before any handler runs. */
export class IpcRefused extends Error {
  override name = 'IpcRefused';
}

/** The one door from renderer to main: checks channel and payload against shared/ipc, then runs the handler. */
export function createIpcDoor(
  handlers: IpcHandlers,
): (channel: string, payload: unknown) => Promise<unknown> {
  return async (channel, payload) => {
    if (!isChannel(channel)) throw new IpcRefused(`no such channel: ${channel.slice(0, 60)}`);
    return run(handlers, channel, payload);
  };
}

const isChannel = (channel: string): channel is IpcChannel => Object.hasOwn(ipcChannels, channel);

function run<C extends IpcChannel>(
  handlers: IpcHandlers,
  channel: C,
  payload: unknown,
): Promise<IpcResult<C>> {
  const parsed = ipcChannels[channel].payload.safeParse(payload);
  if (!parsed.success) throw new IpcRefused(`${channel}: ${parsed.error.message}`);
  return handlers[channel](parsed.data as IpcPayload<C>);
}
