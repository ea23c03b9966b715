/** How texts are written in files, as spreadsheets save them in Europe, Russia and China. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'gb18030',
] as const;
export type Encoding = (typeof encodings)[number];

/** How much of a file tells how it is written. */
const bytesLookedAt = 256 * 1024;

/** The text; what the encoding has no character for becomes U+FFFD. A byte-order mark is taken off. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes);

/**
 * How a text is written, by its bytes. Unicode is certain. What is not Unicode is told apart by which letters stand beside which; where that
 * tells nothing, it is what is usual where `language` is spoken.
 */
export function guessEncoding(bytes: Uint8Array, language: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, bytesLookedAt);
  const wide = withoutMark(head);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  const { high, letters, joined, central, pairs, common } = countsOf(head);
  if (pairs > 0 && common / pairs >= 0.7) return 'gb18030';
  if (letters / high >= 0.85 && joined / high >= 0.6) return 'windows-1251';
  const usual = usualEncoding(language);
  if (central > 0) return 'windows-1250';
  return usual === 'windows-1250' ? usual : 'windows-1252';
}

/** UTF-16 without a mark: half of the bytes of commas and line ends are zero, all on the same side. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
}

/** A few damaged bytes among many sound ones do not make it another encoding. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return sound > 20 * damaged;
}

const usualEncoding = (language: string): Encoding | undefined =>
  new Map<string, Encoding>([
    ['pl', 'windows-1250'],
    ['ru', 'windows-1251'],
    ['zh-CN', 'gb18030'],
  ]).get(language);

interface Counts {
  /** Bytes above ASCII. */
  high: number;
  /** Of them, Cyrillic letters in Windows-1251. */
  letters: number;
  /** Of them, those beside another: Cyrillic words are made of them, Polish words only have some. */
  joined: number;
  /** Of them, letters in Windows-1250 that are signs in Windows-1252, and stand within words. */
  central: number;
  /** Two bytes at a time, as GB 18030 has them; a second byte that cannot be one counts too. */
  pairs: number;
  /** Of them, the 3,755 usual characters and the punctuation. */
  common: number;
}

/** Ą Ł Ż ą ł ż Ś Ź ś ź Š š Ž ž Ť ť in Windows-1250. */
const centralLetters = new Set([
  0xa5, 0xa3, 0xaf, 0xb9, 0xb3, 0xbf, 0x8c, 0x8f, 0x9c, 0x9f, 0x8a, 0x9a, 0x8e, 0x9e, 0x8d, 0x9d,
]);

function countsOf(bytes: Uint8Array): Counts {
  const counts: Counts = { high: 0, letters: 0, joined: 0, central: 0, pairs: 0, common: 0 };
  let isSecond = false;
  for (const [at, byte] of bytes.entries()) {
    const before = bytes[at - 1] ?? 0;
    if (isSecond) {
      counts.pairs += 1;
      const isCommon = (before >= 0xb0 && before <= 0xd7) || (before >= 0xa1 && before <= 0xa3);
      if (isCommon && byte >= 0xa1) counts.common += 1;
      isSecond = false;
    } else isSecond = byte >= 0x81 && byte <= 0xfe;
    if (byte < 0x80) continue;
    const after = bytes[at + 1] ?? 0;
    counts.high += 1;
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) counts.letters += 1;
    if (before >= 0x80 || after >= 0x80) counts.joined += 1;
    if (centralLetters.has(byte) && (isLetter(before) || isLetter(after))) counts.central += 1;
  }
  return counts;
}

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
