import { looksLikeSku } from './order-columns';

/** A line of an order in words, taken apart. Figures are as written, a price with its currency. */
export interface OrderLine {
  readonly quantity: string | null;
  readonly price: string | null;
  /** The rest: a SKU, a name, both. */
  readonly words: string;
  /** Figures in the rest that may have been meant as the quantity too; none where the quantity is marked as such. */
  readonly loose: readonly string[];
}

const amount = String.raw`(?:\d{1,3}(?:[ \u00A0\u202F.,'’]\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)(?:[eE]\+?\d{1,2})?`;
/** With its sign and a range's end, so that "-5" and "5-10" are not read as 5: they are no quantities. */
const figure = String.raw`[-−–]?(?:${amount})(?:\s?[-–/~]\s?\d+)?`;
const money = String.raw`[-−]?(?:${amount})`;
/** What may stand before a figure; a hyphen only before a blank, else it is a sign. */
const gap = String.raw`(?:[\s,;:=(—–·]|-(?=\s))`;
const times = String.raw`[x×х*]`;
const unit = String.raw`(?:pcs|pieces?|units?|ea(?:ch)?|nos?|licen[cs]es?|lic|seats?|users?|sztuk[ai]?|szt|stück|stk|штук[аи]?|шт|ед|个|台|套|件|份)`;
const label = String.raw`(?:qty|quantity|q-ty|amount|count|ilość|ilosc|liczba|menge|anzahl|количество|кол-?во|数量)`;
const currency = String.raw`(?:\p{Sc}|EUR|USD|PLN|RUB|CNY|GBP|CHF|zł|zl|руб\.?|元)`;
const priced = String.raw`(?:@|at|à|je|po|за|по|单价|price:?|cena:?|цена:?)`;

const currencyMark = new RegExp(currency, 'iu');
const prices: readonly RegExp[] = [
  new RegExp(
    String.raw`\s*[,;(]?\s*${priced}\s*${currency}?\s*(${money})\s*${currency}?\s*(?:/\s*${unit}\.?|each|szt\.?)?\)?`,
    'iu',
  ),
  new RegExp(
    String.raw`\s*(?:[,;(—–]|-(?=\s))?\s*${currency}\s*(${money})\s*(?:/\s*${unit}\.?|each)?\)?`,
    'iu',
  ),
  new RegExp(
    String.raw`\s*(?:[,;(—–]|-(?=\s))?\s*(${money})\s*${currency}(?![\p{L}\d])\s*(?:/\s*${unit}\.?|each)?\)?`,
    'iu',
  ),
  new RegExp(String.raw`\s*(?:[,;(—–]|-(?=\s))?\s*(${money})\s*/\s*${unit}\.?\)?`, 'iu'),
];
const labelled = new RegExp(
  String.raw`${gap}*(?<![\p{L}\d])${label}\.?\s*[:=]?\s*(${figure})\s*(?:${unit}\.?)?\)?`,
  'iu',
);
const before = new RegExp(String.raw`^(${figure})\s*${times}\s*(?=\S)`, 'iu');
const after = new RegExp(String.raw`(?:${gap}+${times}|\s*×)\s*(${figure})\)?\s*$`, 'iu');
const withUnitBefore = new RegExp(String.raw`^(${figure})\s*${unit}\.?\s+(?:of\s+)?(?=\S)`, 'iu');
const withUnitAfter = new RegExp(String.raw`${gap}+(${figure})\s*${unit}\.?\)?\s*$`, 'iu');
const withUnitAmid = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,/%-])(${figure})\s*${unit}(?![\p{Script=Latin}\p{Script=Cyrillic}\d])\.?`,
  'iu',
);
const timesAmid = new RegExp(String.raw`(?<![\p{L}\d.,/-])(${figure})\s*${times}\s+(?=\S)`, 'iu');
const bareBefore = /^([-−–]?\d{1,5})\s+(?=\S)/u;
const bareAfter = new RegExp(String.raw`${gap}+([-−]?\d{1,5}(?:[-–/~]\d{1,5})?)\.?\s*$`, 'u');

/** A figure that stands alone, or a number word. */
const looseFigure =
  /^[([+~-]*\p{Nd}[\p{Nd}.,'’/:–-]*(?:e\+?\p{Nd}+)?[)\].,;:]*$|^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|dwa|dwie|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć|tuzin|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|дюжина|zwei|drei|vier|fünf|zehn|两|三|四|五|六|七|八|九|十)$/iu;

const bullet =
  /^\s*(?:>+\s*)*(?:[-–—•●▪·*+]\s+|[-–—•●▪·](?=\p{L}{2})|\(?\d{1,3}[.)](?:\s+(?=\S)|(?=\p{L}{2})))?/u;

/** Takes bullets, quotation marks of replies and blanks off. */
export const bareLine = (line: string): string =>
  line
    .replace(bullet, '')
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim();

/** "5 x HS-EPP-BUS", "HS-EPP-BUS, qty: 5", "• HS-EPP-BUS – 5 pcs @ €12.50": what a person writes in an e-mail. */
export function readOrderLine(line: string): OrderLine {
  let rest = bareLine(line).normalize('NFKC');
  let price: string | null = null;
  for (const pattern of prices) {
    const found = pattern.exec(rest);
    if (!found?.[1]) continue;
    // With its currency, which may be another than the quote's.
    price = [currencyMark.exec(found[0])?.[0] ?? '', found[1]].join(' ').trim();
    rest = cut(rest, found);
    break;
  }
  const [marked, unmarked] = [
    [labelled, before, withUnitBefore, after, withUnitAfter],
    [withUnitAmid, timesAmid, bareBefore, bareAfter],
  ];
  for (const pattern of [...marked, ...unmarked]) {
    const found = pattern.exec(rest);
    if (!found?.[1]) continue;
    const left = cut(rest, found);
    // A figure alone counts something only beside a part number: "365 Business" is a name.
    if ((pattern === bareBefore || pattern === bareAfter) && !left.split(' ').some(looksLikeSku)) continue;
    const loose = marked.includes(pattern) ? [] : looseIn(left);
    return { quantity: found[1], price, words: tidy(left), loose };
  }
  return { quantity: null, price, words: tidy(rest), loose: looseIn(rest) };
}

const tidy = (rest: string): string => rest.replace(/^[\s,;:—–-]+|[\s,;:—–-]+$/gu, '');

const looseIn = (words: string): string[] =>
  words
    .split(/[\s<>]+/)
    .filter((word) => looseFigure.test(word))
    .map((word) => word.replaceAll(/^[([+~]+|[)\].,;:]+$/g, ''));

/** "5 HS-A, 3 HS-B and 2 HS-C" is three orders: every part names a part number and how many. */
export function splitOrders(line: string): readonly string[] {
  const parts = line
    .split(/[,;]\s+|[，；、]\s*|\s+(?:and|und|oraz|i|и)\s+/iu)
    .filter((part) => part.trim() !== '');
  const isOrder = (part: string): boolean => {
    const { quantity, words, loose } = readOrderLine(part);
    return quantity !== null && loose.length === 0 && words.split(' ').some(looksLikeSku);
  };
  return parts.length > 1 && parts.every(isOrder) ? parts : [line];
}

const cut = (text: string, { index, 0: found }: RegExpExecArray): string =>
  `${text.slice(0, index)} ${text.slice(index + found.length)}`.replaceAll(/\s+/g, ' ').trim();

const courtesy =
  /^(hi|hello|hey|dear|good (morning|afternoon|day)|thanks?|thank you|many thanks|cheers|please|best|kind|regards|sincerely|yours|sent from|cześć|dzień dobry|szanown|witam|proszę|dziękuj|pozdrawiam|z poważaniem|здравствуйте|добрый|уважаем|спасибо|с уважением|прошу|您好|你好|谢谢|此致|敬礼|hallo|guten tag|sehr geehrte|mit freundlichen|vielen dank|danke)(?![\p{L}])/iu;
const closing =
  /^(best|kind|warm)? ?regards|^(thanks|thank you|cheers|sincerely|pozdrawiam|z poważaniem|с уважением|此致|敬礼|谢谢|mit freundlichen)|^--\s*$/iu;
const mailHead =
  /^(from|sent|to|cc|subject|date|od|do|temat|data|wysłano|от|кому|тема|дата|von|an|betreff|发件人|收件人|主题|日期)\s*[:：]/iu;
const contact = /\S+@\S+\.\S+|https?:\/\/|www\.|^(tel|phone|mob|fax|тел|电话)[.:\s]/iu;
const sum = /^(sub)?total|^(suma|razem|итого|всего|合计|总计|gesamt|summe)(?![\p{L}])/iu;

export const isSum = (line: string): boolean => sum.test(bareLine(line));
export const isClosing = (line: string): boolean => closing.test(bareLine(line));

/** Words around an order: greetings, signatures, heads of forwarded mail, sums. A part number in a line makes it a row. */
export function isTalk(line: string): boolean {
  const text = bareLine(line);
  if (!/[\p{L}\d]/u.test(text)) return true;
  if (sum.test(text) || mailHead.test(text) || contact.test(text)) return true;
  if (text.split(/[\s,;]+/).some(looksLikeSku)) return false;
  if (courtesy.test(text)) return ![labelled, withUnitAmid, timesAmid].some((pattern) => pattern.test(text));
  if (/\d/.test(text)) return false;
  const words = text.split(' ').length;
  return text.endsWith(':') || words > 12 || (words > 4 && /[.!?]$/.test(text));
}
