/** Widths in ems, on the wide side: a piece must never need more lines than counted. */
const widthOf = (character: string): number => (character >= '\u2e80' ? 1 : 0.62);
const sentenceEnd = /[.!?;。！？；]/;

/**
 * Cuts a long text into pieces of at most `maxLines` lines of `lineWidth` ems, at a line end or a sentence's end where one is
 * near, else at a space, else anywhere. Joined by what was cut at (white space) the pieces are the text again.
 */
export function chunkText(text: string, lineWidth: number, maxLines: number): string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  let start = 0;
  while (start < characters.length) {
    const limit = fullLength(characters, start, lineWidth, maxLines);
    const end = limit === characters.length ? limit : cutBefore(characters, start, limit);
    pieces.push(characters.slice(start, end).join('').trim());
    start = end;
  }
  return pieces.filter((piece) => piece !== '');
}

/** Where the text from `start` has filled its lines. */
function fullLength(
  characters: readonly string[],
  start: number,
  lineWidth: number,
  maxLines: number,
): number {
  let lines = 1;
  let width = 0;
  for (let at = start; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    width += widthOf(character);
    if (character === '\n' || width > lineWidth) {
      lines += 1;
      width = 0;
      if (lines > maxLines) return Math.max(at, start + 1);
    }
  }
  return characters.length;
}

/** The best place to cut in the last third before `limit`. */
function cutBefore(characters: readonly string[], start: number, limit: number): number {
  const earliest = start + Math.floor(((limit - start) * 2) / 3);
  let space = -1;
  let sentence = -1;
  for (let at = limit - 1; at > earliest; at -= 1) {
    const character = characters[at] ?? '';
    if (character === '\n') return at + 1;
    if (sentence < 0 && sentenceEnd.test(character)) sentence = at + 1;
    if (space < 0 && character === ' ') space = at + 1;
  }
  if (sentence > 0) return sentence;
  return space > 0 ? space : limit;
}
