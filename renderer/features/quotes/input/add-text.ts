export interface AddRequest {
  /** As typed, e.g. "5" or "2,5"; null when no quantity was named. */
  readonly quantity: string | null;
  readonly text: string;
}

const figure = String.raw`\d+(?:[.,]\d+)?`;
/** "x" as people write it: Latin, Cyrillic, the multiplication sign, an asterisk. */
const times = String.raw`[x×х*]`;
const before = new RegExp(String.raw`^(${figure})\s*${times}\s*(\S.*)$`, 'iu');
const after = new RegExp(String.raw`^(.*\S)\s+${times}\s*(${figure})$`, 'iu');
const bare = new RegExp(String.raw`^(${figure})\s+(\S.*)$`, 'u');

/**
 * What "5x HS-EPP", "5 HS-EPP" or "HS-EPP x5" may mean, likeliest first. The text as it stands comes last: "365 Business" may be a
 * name. The first request whose text finds something is the one.
 */
export function readAddText(typed: string): readonly AddRequest[] {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  if (text === '') return [];
  const whole: AddRequest = { quantity: null, text };
  const [, count, rest] = before.exec(text) ?? bare.exec(text) ?? [];
  if (count && rest) return [{ quantity: count, text: rest }, whole];
  const [, name, counted] = after.exec(text) ?? [];
  return name && counted ? [{ quantity: counted, text: name }, whole] : [whole];
}
