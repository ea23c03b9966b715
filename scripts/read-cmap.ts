// Reads which code points a TrueType font maps to a glyph: cmap subtables of format 4 and 12 (OpenType specification, "cmap").

/** Ascending. Throws when the file is no TrueType font or maps Unicode in another format. */
export function codePointsOf(file: Uint8Array): number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const codePoints = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const isUnicode =
      (platform === 0 && encoding !== 5) || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!isUnicode) continue;
    const subtable = cmap + view.getUint32(record + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readFormat4(view, subtable, codePoints);
    else if (format === 12) readFormat12(view, subtable, codePoints);
    else throw new Error(`cmap format ${format} is not read`);
  }
  return [...codePoints].sort((a, b) => a - b);
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`no table ${tag}`);
}

function readFormat4(view: DataView, subtable: number, into: Set<number>): void {
  const doubledCount = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubledCount + 2;
  const deltas = starts + doubledCount;
  const offsets = deltas + doubledCount;
  for (let segment = 0; segment < doubledCount; segment += 2) {
    const start = view.getUint16(starts + segment);
    const end = view.getUint16(ends + segment);
    const offset = view.getUint16(offsets + segment);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + view.getInt16(deltas + segment)) & 0xffff
          : view.getUint16(offsets + segment + offset + (code - start) * 2);
      if (glyph !== 0) into.add(code);
    }
  }
}

function readFormat12(view: DataView, subtable: number, into: Set<number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group += 1) {
    const record = subtable + 16 + group * 12;
    const start = view.getUint32(record);
    const firstGlyph = view.getUint32(record + 8);
    for (let code = start; code <= view.getUint32(record + 4); code += 1)
      if (firstGlyph + code - start !== 0) into.add(code);
  }
}
