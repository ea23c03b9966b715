import { expect, test } from 'vitest';
import { aLine, aQuote } from '#shared/domain/quote/quote.test-kit';
import type { Quote } from '#shared/domain/quote/quote';
import type { ConfigurationChange } from '#shared/domain/catalog/configuration/configured-line';
import { linesOf } from '#shared/domain/quote/quote';
import { runMutation } from '#shared/mutations/run-mutation';
import { fixChanges } from './fix-changes';

const quote = aQuote({
  items: [
    aLine({ id: 'server', sku: 'SERVER' }),
    aLine({ id: 'psu', sku: 'PSU', component: { parentId: 'server', optionId: 'psu' } }),
    aLine({ id: 'care', sku: 'CARE', optional: true }),
  ],
});

/** The quote after the fix, as the device and the server would both have it. */
function after(changes: readonly ConfigurationChange[]): string[] {
  let count = 0;
  const newId = () => `new-${String((count += 1))}`;
  let result: Quote = quote;
  for (const { name, args } of fixChanges(quote, changes, (sku) => `Name of ${sku}`, newId)) {
    const written = runMutation(
      name,
      args,
      { get: () => result as never },
      {
        userId: 'person-1',
        partnerId: quote.partnerId,
        role: 'rep',
        capturedAt: '2026-03-02T10:00:00.000Z',
      },
    );
    if (!written.ok) throw new Error(written.error.type);
    result = written.value[0]?.record as Quote;
  }
  return linesOf(result).map(({ sku, quantity, component, optional, description }) =>
    [
      quantity,
      sku,
      component?.optionId ?? '',
      optional ? 'optional' : '',
      description.startsWith('Name of') ? 'named' : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

test('CAT-4 a part goes behind the parts of its bundle, a line behind the whole bundle', () => {
  expect(
    after([
      { kind: 'add-component', parentId: 'server', optionId: 'fan', sku: 'FAN', quantity: '2' },
      { kind: 'add-line', sku: 'CABLE', quantity: '3', after: 'server' },
    ]),
  ).toEqual([
    `${quoteQuantity('server')} SERVER`,
    `${quoteQuantity('psu')} PSU psu`,
    '2 FAN fan named',
    '3 CABLE named',
    `${quoteQuantity('care')} CARE optional`,
  ]);
});

test('CAT-4 a bundle that is added brings its parts', () => {
  const lines = after([
    { kind: 'add-line', sku: 'KIT', quantity: '1', after: null },
    { kind: 'add-component', parentId: '+1', optionId: 'part', sku: 'PART', quantity: '4' },
  ]);
  expect(lines.slice(-2)).toEqual(['1 KIT named', '4 PART part named']);
});

test('CAT-4 quantities change, optional lines are taken, lines go', () => {
  expect(
    after([
      { kind: 'set-quantity', lineId: 'server', quantity: '7' },
      { kind: 'take-line', lineId: 'care' },
      { kind: 'remove-line', lineId: 'psu' },
    ]),
  ).toEqual(['7 SERVER', `${quoteQuantity('care')} CARE`]);
});

function quoteQuantity(id: string): string {
  return linesOf(quote).find((line) => line.id === id)?.quantity ?? '';
}
