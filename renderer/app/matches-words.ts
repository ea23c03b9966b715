/** Lower case without diacritics: "Łódź" is found by "lodz". */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');

/** Every word of the (folded) query begins or stands inside a word of the text, in any order. */
export function matchesWords(foldedQuery: string, text: string): boolean {
  const within = folded(text);
  return foldedQuery
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => within.includes(word));
}
