/** Whatever somebody writes into a document: an answer or a typed error, never an exception and never another shape. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priceDocument } from '#shared/protocol/price-document';
import { priceErrorSchema } from '#shared/protocol/price-error';
import { priceResponseSchema } from '#shared/protocol/price-response';
import { documents } from './price-documents.test-kit';

type Place = readonly [container: Record<string, unknown>, key: string];

/** Every key and index of a JSON value. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key): Place[] => [[container, key], ...placesIn(container[key])]);
}

const odd = fc.constantFrom<unknown>(
  null,
  '',
  'x',
  '0',
  '0.000001',
  '-1',
  '100',
  '9999999',
  '999999999999999999',
  '2026-02-28',
  '9999-12-31',
  '0001-01-01',
  0,
  1,
  -1,
  600,
  1e308,
  true,
  [],
  {},
);

it('a document with a few places damaged is priced or refused', () => {
  let pricedAnyway = 0;
  fc.assert(
    fc.property(
      documents,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.constant(undefined) }),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      (document, damages) => {
        const damaged = structuredClone(document);
        for (const [pick, value] of damages) {
          const places = placesIn(damaged);
          const place = places[pick % places.length];
          if (!place) continue;
          const [container, key] = place;
          if (value === undefined) delete container[key];
          else container[key] = structuredClone(value);
        }
        const answer = priceDocument(JSON.parse(JSON.stringify(damaged)));
        if (answer.ok) {
          pricedAnyway += 1;
          priceResponseSchema.parse(JSON.parse(JSON.stringify(answer.value)));
        } else {
          priceErrorSchema.parse(answer.error);
        }
      },
    ),
    { numRuns: Number(process.env['PRICE_PROPERTY_RUNS'] ?? '500') },
  );
  expect(pricedAnyway).toBeGreaterThan(0);
}, 120_000);
