/** A file within an archive, as its directory describes it: nothing of that need be true. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const marks = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 } as const;
const endSize = 22;
const longestComment = 65_535;

/** The directory of a ZIP archive (APPNOTE 6.3.3, without ZIP64); undefined: it has none that can be read. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 8, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== marks.entry) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) === marks.end) return at;
  }
  return undefined;
}

const stored = 0;
const deflated = 8;

/** The text of an entry, piece by piece as it is unpacked: whoever stops reading stops the unpacking. Throws where it is damaged. */
export async function* entryText(
  bytes: Uint8Array,
  entry: ZipEntry,
): AsyncGenerator<string, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== marks.file) throw new Error('there is no such file');
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = new Blob([bytes.slice(start, start + entry.packedSize)]).stream();
  if (entry.method !== stored && entry.method !== deflated) throw new Error('packed in an unknown way');
  const unpacked =
    entry.method === stored ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = unpacked.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
