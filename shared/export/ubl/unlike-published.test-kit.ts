import { elementFacts } from './ubl-2.1-facts.test-kit';

interface Element {
  readonly name: string;
  readonly children: readonly Element[];
}

const codeOf: Readonly<Record<string, RegExp | undefined>> = {
  'cbc:IssueDate': /^\d{4}-\d\d-\d\d$/,
  'cbc:StartDate': /^\d{4}-\d\d-\d\d$/,
  'cbc:EndDate': /^\d{4}-\d\d-\d\d$/,
  'cbc:IssueTime': /^\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  'cbc:DocumentCurrencyCode': /^[A-Z]{3}$/,
  'cbc:IdentificationCode': /^[A-Z]{2}$/,
};
const decimal = /^-?\d+(\.\d+)?$/;

/**
 * What of a document's values is not as the schemas and the document rules of UBL 2.1 want it: empty elements (IND5), amounts without a currency or
 * quantities without a unit, figures that are no xsd:decimal, codes and days that are none, and characters that XML 1.0 does not have.
 */
export function unlikeRules(xml: string): string[] {
  const problems: string[] = [];
  if (/<([\w:]+)[^<>]*(?:\/>|>\s*<\/\1>)/.test(xml)) problems.push('an empty element');
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(xml)) {
    problems.push('a character that XML does not have');
  }
  if (/[^\]]\]\]>|&(?!amp;|lt;|gt;|quot;|#13;)/.test(xml)) problems.push('something unescaped');
  for (const [, name = '', attributes = '', text = ''] of xml.matchAll(/<(cbc:\w+)([^<>]*)>([^<]*)</g)) {
    if (name.endsWith('Amount') && !/^ currencyID="[A-Z]{3}"$/.test(attributes))
      problems.push(`${name}: currency`);
    if (name.endsWith('Quantity') && !/^ unitCode="\w{2,3}"$/.test(attributes))
      problems.push(`${name}: unit`);
    if (/(?:Amount|Quantity|Percent|Numeric)$/.test(name) && !decimal.test(text))
      problems.push(`${name}: ${text}`);
    if (codeOf[name]?.test(text) === false) problems.push(`${name}: ${text}`);
  }
  return problems;
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
