import { orderToUblPieces, type UblOrderInput } from '#shared/export/ubl/order-to-ubl';

/** How long it works before the screen has its turn, in milliseconds: half a frame. */
const slice = 8;

interface WriteOptions {
  readonly signal: AbortSignal;
  /** Lines written so far. */
  readonly onProgress: (lines: number) => void;
}

/** PRO-4: the order as a UBL file, written a slice at a time so that the screen goes on; null: it was cancelled. */
export async function writeUbl(
  input: UblOrderInput,
  { signal, onProgress }: WriteOptions,
): Promise<Uint8Array | null> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let [lines, turn] = [0, performance.now()];
  for (const piece of orderToUblPieces(input)) {
    chunks.push(encoder.encode(piece));
    if (piece.includes('<cac:OrderLine>')) lines += 1;
    if (performance.now() - turn < slice) continue;
    onProgress(lines);
    // A message gives the screen its turn at once; timers would wait.
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(null);
      };
      channel.port2.postMessage(null);
    });
    if (signal.aborted) return null;
    turn = performance.now();
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
