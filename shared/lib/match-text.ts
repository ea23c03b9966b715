/** Lower case without diacritics: "Łódź" and "lodz" become the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o');

/** Every word of `sought` occurs somewhere in `texts`, in any order; an empty search matches everything. */
export function matchesText(sought: string, texts: readonly string[]): boolean {
  const words = foldText(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = foldText(texts.join('\n'));
  return words.every((word) => haystack.includes(word));
}
