/** What must hold for every document that is priced, seen from outside: from the JSON of its answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, subtract, zero, type Exact } from '#shared/domain/money/exact';
import { decimal } from '#shared/domain/money/parse-decimal';
import { replaySteps } from '#shared/domain/pricing/replay-steps';
import { priceDocument } from '#shared/protocol/price-document';
import type { PriceRequestDocument } from '#shared/protocol/price-request';
import { priceResponseSchema, type PriceResponse } from '#shared/protocol/price-response';
import { documents, withKeysTurned } from './price-documents.test-kit';

const runs = { numRuns: Number(process.env['PRICE_PROPERTY_RUNS'] ?? '300') };
const sum = (texts: readonly string[]): Exact => texts.map(decimal).reduce(add, zero);
const equal = (a: Exact, b: Exact) => compare(a, b) === 0;

/** The answer as it arrives over the wire. */
function priced(document: unknown): PriceResponse {
  const answer = priceDocument(document);
  // Bands that happen to begin alike are the generator's; nothing is priced then.
  fc.pre(answer.ok || answer.error.type !== 'invalid-document');
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return JSON.parse(JSON.stringify(answer.value)) as PriceResponse;
}

const pricedLines = ({ lines }: PriceResponse) =>
  lines.flatMap((line) => (line.status === 'priced' ? line : []));
const committed = (answer: PriceResponse) =>
  pricedLines(answer).filter(({ optional, amounts }) => !optional && amounts.charge.kind !== 'usage');

describe('every answer', () => {
  it('is its schema’s to the last key', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const answer = priced(document);
        expect(priceResponseSchema.parse(answer)).toEqual(answer);
      }),
      runs,
    );
  });

  it('PR-3 has totals that are the exact sums of the amounts it shows', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const answer = priced(document);
        const { totals } = answer;
        const lines = committed(answer).map(({ amounts }) => amounts);
        for (const [line, total] of [
          ['listLine', 'list'],
          ['buyLine', 'buy'],
          ['sellLine', 'sell'],
          ['margin', 'margin'],
        ] as const) {
          expect([total, equal(sum(lines.map((amounts) => amounts[line])), decimal(totals[total]))]).toEqual([
            total,
            true,
          ]);
        }
        expect(equal(sum(totals.taxGroups.map(({ net }) => net)), decimal(totals.sell))).toBe(true);
        expect(equal(sum(totals.taxGroups.map(({ tax }) => tax)), decimal(totals.tax))).toBe(true);
        expect(equal(sum([totals.sell, totals.tax]), decimal(totals.gross))).toBe(true);
        expect(equal(sum([totals.oneTimeSell, totals.recurringSell]), decimal(totals.sell))).toBe(true);
      }),
      runs,
    );
  });

  it('PR-4 has shares of the quote’s discount that add up to it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const answer = priced(document);
        const parts = committed(answer).flatMap(({ amounts }) =>
          amounts.sellSteps.flatMap(({ step, amount }) => (step === 'quote-discount' ? (amount ?? []) : [])),
        );
        expect(equal(sum(parts), decimal(answer.totals.quoteDiscount))).toBe(true);
      }),
      runs,
    );
  });

  it('PR-10 has payments that add up to their line', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { amounts } of pricedLines(priced(document))) {
          if (amounts.payments.length === 0) continue;
          expect(equal(sum(amounts.payments.map(({ amount }) => amount)), decimal(amounts.sellLine))).toBe(
            true,
          );
        }
      }),
      runs,
    );
  });

  it('PR-23 has margins that are what is sold less what is paid', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { amounts } of pricedLines(priced(document))) {
          const margin = subtract(decimal(amounts.sellLine), decimal(amounts.buyLine));
          expect(equal(margin, decimal(amounts.margin))).toBe(true);
          expect(amounts.marginPercent === null).toBe(decimal(amounts.sellLine).n === 0n);
          expect(amounts.markupPercent === null).toBe(decimal(amounts.buyLine).n === 0n);
        }
      }),
      runs,
    );
  });

  it('PR-26 has explanations that come to its amounts when they are applied again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const wrong = pricedLines(priced(document)).filter(({ amounts }) => {
          const { buyLine, sellLine } = replaySteps(amounts);
          return !equal(buyLine, decimal(amounts.buyLine)) || !equal(sellLine, decimal(amounts.sellLine));
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  it('PR-61 is the same, its hash too, whatever the order of the document’s keys', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(priced(withKeysTurned(document))).toEqual(priced(document));
      }),
      { numRuns: 100 },
    );
  });

  it('PR-61 has another hash as soon as anything that was priced is another', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, pick) => {
        const before = priced(document);
        const place = pick % Math.max(1, document.quote.lines.length);
        const changed: PriceRequestDocument = structuredClone(document);
        const line = changed.quote.lines[place];
        if (line) line.quantity = line.quantity === '17' ? '18' : '17';
        else changed.quote.expiresOn = '2026-04-30';
        expect(priced(changed).contentHash === before.contentHash).toBe(
          line !== undefined &&
            equal(decimal(document.quote.lines[place]?.quantity ?? ''), decimal(line.quantity)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('PR-33 is the same again, and the document is as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const before = structuredClone(document);
        expect(priced(document)).toEqual(priced(document));
        expect(document).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
