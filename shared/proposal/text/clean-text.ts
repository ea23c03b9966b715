const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Joiners change how Devanagari letters connect; anywhere else they show nothing. */
const strayJoiners = /(?<!\p{Script=Devanagari})[\u200c\u200d]/gu;
/** Control characters, soft hyphens, zero-width marks, direction marks, variation selectors: they have no shape of their own. */
const shapeless = /(?![\n\u200c\u200d])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The text as it can be drawn: composed letters, "\n" as the only line end, nothing without a shape. No visible character is lost. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replaceAll('\t', ' ')
    .replace(strayJoiners, '')
    .replace(shapeless, '');
