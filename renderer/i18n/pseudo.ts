/** The name under which generated texts are shown: a private region, so plural rules and formats stay English. */
export const pseudoLanguage = 'en-XA';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';

/** Placeholders, nested keys and markup stay as they are. */
const kept = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[^>]*>)/;

/** English made strange and a third longer: what is still plain English on screen was never translated, what is cut was too narrow. */
export function pseudoText(text: string): string {
  const strange = text
    .split(kept)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(/[a-zA-Z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter),
    )
    .join('');
  return `[${strange}${' ~'.repeat(Math.ceil(text.length / 6))}]`;
}

export type Texts = { readonly [key: string]: string | Texts };

export function pseudoTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoTexts(value),
    ]),
  );
}
