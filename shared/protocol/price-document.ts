import { approvalReasons } from '../domain/approval/approval-reasons';
import { delegatedCover } from '../domain/approval/delegated-cover';
import { contentHash } from '../domain/quote/content-hash';
import { priceQuote } from '../domain/quote/price-quote';
import { maxQuoteItems } from '../domain/quote/quote';
import { ok, type Result } from '../lib/result';
import { findContradiction } from './price-contradictions';
import { refuse, type PriceError } from './price-error';
import { toPriceQuoteInput } from './price-quote-input';
import { maxPriceDocumentBytes, maxPriceDocumentDepth, priceRequestSchema } from './price-request';
import type { PriceResponse } from './price-response';
import { unknownKey } from './unknown-key';

/**
 * Prices one whole document (priceRequestSchema), the same for the command line and POST /api/v1/price. Pure: reads no clock and nothing
 * that is stored. Whatever is wrong with a single line is that line's problem in a good response; a document that contradicts itself or
 * does not mean anything is refused, with the place of its first error.
 */
export function priceDocument(json: unknown): Result<PriceResponse, PriceError> {
  if (isDeeperThan(json, maxPriceDocumentDepth)) {
    return refuse('too-large', [], `the document nests deeper than ${maxPriceDocumentDepth} levels`);
  }
  const lineCount = countOfLines(json);
  if (lineCount > maxQuoteItems) {
    return refuse('too-large', ['quote', 'lines'], `${lineCount} lines; at most ${maxQuoteItems} are priced`);
  }
  const parsed = priceRequestSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('invalid-document', issue?.path ?? [], issue?.message ?? 'not a document to price');
  }
  const unknown = unknownKey(json, parsed.data);
  if (unknown) return refuse('unknown-key', unknown, `${String(unknown.at(-1))} means nothing here`);
  const contradiction = findContradiction(parsed.data);
  if (contradiction) return { ok: false, error: contradiction };

  const input = toPriceQuoteInput(parsed.data);
  const priced = priceQuote(input);
  const reasons = approvalReasons(input, priced);
  const { delegation } = parsed.data;
  const wanted = parsed.data.explain && new Set(parsed.data.explain);
  return ok({
    ...priced,
    lines: wanted
      ? priced.lines.map((line) => (wanted.has(line.lineId) ? line : unexplained(line)))
      : priced.lines,
    approvalReasons: reasons,
    delegatedCover: delegation
      ? delegatedCover(
          reasons,
          input,
          priced,
          delegation.authorities,
          delegation.personId,
          delegation.day ?? input.quote.pricingDate,
        )
      : null,
    contentHash: contentHash(input.quote, priced),
  });
}

/** The same for text as it comes out of a file or over HTTP. */
export function priceDocumentText(text: string): Result<PriceResponse, PriceError> {
  if (text.length > maxPriceDocumentBytes) {
    return refuse('too-large', [], `more than ${maxPriceDocumentBytes} bytes`);
  }
  let json: unknown;
  try {
    // Some editors begin a file with a byte order mark, which JSON does not know.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('invalid-json', [], error instanceof Error ? error.message : 'not JSON');
  }
  return priceDocument(json);
}

type Line = PriceResponse['lines'][number];
const unexplained = (line: Line): Line =>
  line.status === 'priced' ? { ...line, amounts: { ...withoutSteps(line.amounts) } } : line;

/** Copies without reading the steps: they are written when they are first read. */
function withoutSteps(amounts: Extract<Line, { status: 'priced' }>['amounts']): typeof amounts {
  const copy = Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(amounts), buySteps: none, sellSteps: none },
  );
  return copy as typeof amounts;
}
const none = { value: [], enumerable: true };

/** Counted before anything is checked: a list that is far too long is refused without reading it. */
function countOfLines(json: unknown): number {
  const lines = property(property(json, 'quote'), 'lines');
  return Array.isArray(lines) ? lines.length : 0;
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Level by level, so that no document is too deep to be looked at. */
function isDeeperThan(json: unknown, levels: number): boolean {
  let level: object[] = isContainer(json) ? [json] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    const below: object[] = [];
    for (const container of level) {
      for (const value of Object.values(container)) if (isContainer(value)) below.push(value);
    }
    level = below;
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
