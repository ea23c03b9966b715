/** Somebody who can be named in a message. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly side: 'partner' | 'vendor';
}

export interface MentionQuery {
  /** Where its "@" stands in the text. */
  readonly start: number;
  /** What was typed after it. */
  readonly text: string;
}

/** A name is looked for in at most so many letters after "@". */
const longestQuery = 40;

/** What is being typed after an "@" in front of the cursor, if anything: not inside an e-mail address, and not over a line's end. */
export function mentionQuery(text: string, cursor: number): MentionQuery | null {
  const before = text.slice(Math.max(0, cursor - longestQuery - 1), cursor);
  const at = before.lastIndexOf('@');
  if (at === -1) return null;
  const start = cursor - (before.length - at);
  const query = text.slice(start + 1, cursor);
  const inFront = start === 0 ? ' ' : text.charAt(start - 1);
  if (/[\p{L}\p{N}._-]/u.test(inFront) || query.includes('\n') || query.startsWith(' ')) return null;
  return { start, text: query };
}

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** People whose name, or a part of it, begins with what was typed; accents and case do not matter. At most eight. */
export function matchingPeople(people: readonly Mentionable[], query: string): readonly Mentionable[] {
  const wanted = folded(query);
  return people
    .filter(({ name }) => {
      const whole = folded(name);
      return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((part) => part.startsWith(wanted));
    })
    .slice(0, 8);
}

/** The text with the person's name in place of what was typed, and where the cursor then stands. */
export function withMention(
  text: string,
  { start, text: typed }: MentionQuery,
  name: string,
): { readonly text: string; readonly cursor: number } {
  const inserted = `@${name} `;
  const rest = text.slice(start + 1 + typed.length).replace(/^ /, '');
  return { text: text.slice(0, start) + inserted + rest, cursor: start + inserted.length };
}

/** Of those who were picked, the ones whose name still stands in the text. */
export const mentionedIn = (
  text: string,
  picked: readonly { readonly id: string; readonly name: string }[],
): readonly string[] => [
  ...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
];

export interface TextPart {
  readonly text: string;
  /** Whose name it is. */
  readonly mention: string | null;
}

/** A message's text cut where it names somebody, so that the names can be told from the words around them. */
export function textParts(
  text: string,
  mentioned: readonly { readonly id: string; readonly name: string }[],
): readonly TextPart[] {
  // The longest first: "@Anna Nowak-Lis" is not "@Anna Nowak".
  const people = mentioned
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = people.find(({ name }) => text.startsWith(name, at + 1));
    if (!person) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), mention: null });
    plainFrom = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, plainFrom), mention: person.id });
    at = plainFrom - 1;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), mention: null });
  return parts;
}
