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
    await nextTurn();
    if (signal.aborted) return null;
    turn = performance.now();
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** A message gives the screen its turn at once; timers would wait. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go);
    port1.start();
    port2.postMessage(null);
  });
