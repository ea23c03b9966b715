/** Letters that Unicode does not decompose but people leave out or type without their stroke. */
const letterFolds: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const foldable = new RegExp(`[${Object.keys(letterFolds).join('')}]`, 'g');
const beyondAscii = /[\u0080-\uffff]/;

/** `text` as search compares it (CAT-2): lower case, compatibility forms united, no diacritics (ё = е), ł as l. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  return (
    lower
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      // Decomposing can bring capitals back ("™" gives "TM").
      .toLowerCase()
      .replace(foldable, (letter) => letterFolds[letter] ?? letter)
  );
}
