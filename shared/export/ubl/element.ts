import { xmlText } from './xml-text';

/** An element by its prefixed name: with text, or with elements in the order that its schema has them. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

export const element = (
  name: string,
  content: string | readonly (Element | null)[],
  attributes: Readonly<Record<string, string>> = {},
): Element => ({
  name,
  attributes,
  content: typeof content === 'string' ? content : content.filter((each) => each !== null),
});

/** An element with text, or none where there is no text. */
export const optional = (name: string, text: string | null | undefined): Element | null =>
  text === null || text === undefined || text.trim() === '' ? null : element(name, text);

/**
 * Writes the document piece by piece, one for each child of the root, which carries its namespaces as attributes: whoever writes a large one can
 * see to something else in between. By our own hand: escaping is all that is needed, and the library at hand takes half a minute over an order of
 * 10,000 lines.
 */
export function* xmlPieces(
  { name, attributes }: Omit<Element, 'content'>,
  children: Iterable<Element>,
): Generator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${startOf(name, attributes)}>\n`;
  for (const child of children) yield written(child, '  ');
  yield `</${name}>\n`;
}

function written(element: Element, indent: string): string {
  const chunks: string[] = [];
  const write = ({ name, attributes, content }: Element, indent: string): void => {
    const start = `${indent}${startOf(name, attributes)}`;
    if (typeof content === 'string') chunks.push(`${start}>${escaped(content)}</${name}>\n`);
    else {
      chunks.push(`${start}>\n`);
      for (const child of content) write(child, `${indent}  `);
      chunks.push(`${indent}</${name}>\n`);
    }
  };
  write(element, indent);
  return chunks.join('');
}

const startOf = (name: string, attributes: Element['attributes']): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would turn it into a line feed.
  '\r': '&#13;',
};
/** Most texts are figures and codes. */
const isPlain = (text: string): boolean => /^[\w .:-]*$/.test(text);
const escaped = (text: string): string =>
  isPlain(text) ? text : xmlText(text).replaceAll(/[&<>"\r]/g, (char) => escapes[char] ?? char);
