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
 * Writes the document; the root carries its namespaces as attributes. By our own hand: escaping is all that is needed, and the library at hand
 * takes half a minute over an order of 10,000 lines.
 */
export function writeXml(root: Element): string {
  const chunks = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  const write = ({ name, attributes, content }: Element, indent: string): void => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    const start = `${indent}<${name}${written.join('')}`;
    if (typeof content === 'string') chunks.push(`${start}>${escaped(content)}</${name}>\n`);
    else if (content.length === 0) chunks.push(`${start}/>\n`);
    else {
      chunks.push(`${start}>\n`);
      for (const child of content) write(child, `${indent}  `);
      chunks.push(`${indent}</${name}>\n`);
    }
  };
  write(root, '');
  return chunks.join('');
}

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
