/** Not in XML 1.0's Char production (W3C, section 2.2): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const illegal =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that XML can carry: what it cannot becomes the replacement character, so that somebody sees that there was something. */
export const xmlText = (text: string): string => text.replaceAll(illegal, '\uFFFD');
