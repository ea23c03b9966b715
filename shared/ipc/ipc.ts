import { z } from 'zod';
import { idSchema } from '../lib/ids';

/** Why a file was not saved; the bytes are still with the caller, who may try again. */
export const saveErrorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('disk-full') }),
  z.object({ type: z.literal('not-permitted'), path: z.string() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

const resultOf = <V extends z.ZodType, E extends z.ZodType>(value: V, error: E) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);

const journalErrorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('disk-full') }),
  z.object({ type: z.literal('storage-failed'), message: z.string() }),
  z.object({ type: z.literal('journal-too-new') }),
]);
const journalDone = resultOf(z.void().optional(), journalErrorSchema);
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
const userIdSchema = z.string().min(1).max(200);
const editIdsSchema = z.array(idSchema).max(100_000);
/** `body` is sealed by the renderer; main keeps it and does not read it. */
const sealedEntrySchema = z.object({ editId: idSchema, body: bytesSchema });

/** Everything Electron's main offers to the renderer, by channel: what it takes and what it answers. Both ends parse with these. */
export const ipcChannels = {
  saveFile: {
    payload: z.object({
      /** A file name without a folder; the person chooses where. */
      name: z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^/\\\0]+$/),
      mimeType: z.string().max(100),
      bytes: bytesSchema,
    }),
    result: resultOf(z.enum(['saved', 'cancelled']), saveErrorSchema),
  },
  /** SY-2: answered when all of them are on the disk. */
  journalAppend: {
    payload: z.object({ userId: userIdSchema, entries: z.array(sealedEntrySchema).max(100_000) }),
    result: journalDone,
  },
  journalRevoke: { payload: z.object({ userId: userIdSchema, editIds: editIdsSchema }), result: journalDone },
  journalSettle: { payload: z.object({ userId: userIdSchema, editIds: editIdsSchema }), result: journalDone },
  journalRead: {
    payload: z.object({ userId: userIdSchema }),
    result: resultOf(
      z.object({
        entries: z.array(sealedEntrySchema).readonly(),
        damagedBytes: z.number(),
        tornBytes: z.number(),
        others: z.boolean(),
      }),
      journalErrorSchema,
    ),
  },
  /** SY-2: asked before the store is opened. */
  checkSpace: { payload: z.object({}), result: z.enum(['enough', 'low']) },
} as const;

export type IpcChannel = keyof typeof ipcChannels;
export type IpcPayload<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['payload']>;
export type IpcResult<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['result']>;

/** What the preload script puts on `window.fieldquote`. It has no logic: a channel name and a payload go to main, the answer comes back. */
export interface HostBridge {
  invoke(channel: string, payload: unknown): Promise<unknown>;
}

/** One handler a channel, the shape main implements. */
export type IpcHandlers = { readonly [C in IpcChannel]: (payload: IpcPayload<C>) => Promise<IpcResult<C>> };
