const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** Joiners change how Devanagari letters connect; anywhere else they show nothing. */
const strayJoiners = /(?<![\u0900-\u097f])[\u200c\u200d]/g;
/** Control characters, soft hyphens, zero-width marks, direction marks, variation selectors: they have no shape of their own. */
const shapeless =
  // eslint-disable-next-line no-control-regex -- removing them is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/** The text as it can be drawn: composed letters, "\n" as the only line end, nothing without a shape. No visible character is lost. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replace(/\t/g, ' ')
    .replace(strayJoiners, '')
    .replace(shapeless, '');
