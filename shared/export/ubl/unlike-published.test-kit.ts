import { elementFacts } from './ubl-2.1-facts.test-kit';

interface Element {
  readonly name: string;
  readonly children: readonly Element[];
}

/** What of a document is not as the schemas want it: an element that is not known there, out of order, missing, or there too often. */
export function unlikePublished(xml: string): string[] {
  const problems: string[] = [];
  const check = ({ name, children }: Element): void => {
    const facts = elementFacts[name] ?? [];
    const places = children.map((child) => facts.findIndex(([known]) => known === child.name));
    const inOrder = places.toSorted((a, b) => a - b);
    if (places.some((place, at) => place < 0 || place !== inOrder[at])) {
      problems.push(`${name}: ${children.map((child) => child.name).join(' ')}`);
    }
    for (const [known, least, most] of facts) {
      const times = children.filter((child) => child.name === known).length;
      if (times < least || times > most) problems.push(`${name}: ${times} times ${known}`);
    }
    for (const child of children) check(child);
  };
  check(rootOf(xml));
  return problems;
}

/** The tree of an XML text, by its tags alone. */
function rootOf(xml: string): Element {
  const stack: { name: string; children: Element[] }[] = [{ name: '', children: [] }];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/)?([\w:]+)(?:\s[^<>]*?)?(\/)?>/g)) {
    if (closing) {
      stack.pop();
      continue;
    }
    const element = { name, children: [] };
    stack.at(-1)?.children.push(element);
    if (!empty) stack.push(element);
  }
  const root = stack[0]?.children[0];
  if (!root) throw new Error('There is no element');
  return root;
}
