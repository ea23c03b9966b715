/**
 * Text as it goes into a snapshot: NFC, no control or invisible formatting characters, single spaces. U+FFFD stands for characters that were
 * lost before the file came to us; it says nothing to a customer and goes too.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffd]|\p{Surrogate}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** True when characters were lost before the file came to us. Latin-1 readers show U+FFFD as three characters. */
export const isDamaged = (text: string): boolean => text.includes('\ufffd') || text.includes('ï¿½');
