/** What a spreadsheet takes for the beginning of a formula: = + - @ and their wide forms; a tab or line break before them is passed over. */
const begin = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. Apostrophes that stand there already are counted in, so that each text comes back as it was. */
export const withoutFormula = (text: string): string => (begin.test(text) ? `'${text}` : text);

/** The text that `withoutFormula` was given. */
export const fromWithoutFormula = (text: string): string =>
  text.startsWith("'") && begin.test(text) ? text.slice(1) : text;
