import { describe, expect, it } from 'vitest';
import { orderToUbl, type UblOrderInput } from '#shared/export/ubl/order-to-ubl';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { aPricing, lines } from '#shared/domain/quote/quote.test-kit';
import { anOrder } from './an-order.test-kit';
import { writeUbl } from './write-ubl';

function anInput(count: number): UblOrderInput {
  const input = aPricing({ quote: { items: lines({ description: 'Zażółć & <gęślą>' }) } });
  const figures = orderFromQuote(input.quote, priceQuote(input));
  if (!figures.ok) throw new Error(figures.error.type);
  const [line] = figures.value.lines;
  if (!line) throw new Error('no line');
  const many = Array.from({ length: count }, (_, at) => ({ ...line, lineId: `line-${at}` }));
  const { partner, account, product } = input;
  return { order: { ...anOrder(), ...figures.value, lines: many }, partner, account, product };
}

describe('PRO-4 writing a large order', () => {
  it('gives the screen its turn again and again, says how far it is, and writes the same', async () => {
    const input = anInput(2_000);
    const told: number[] = [];
    const { signal } = new AbortController();
    const bytes = await writeUbl(input, { signal, onProgress: (done) => told.push(done) });
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe(orderToUbl(input));
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('stops when asked', async () => {
    const abort = new AbortController();
    const told: number[] = [];
    const bytes = await writeUbl(anInput(2_000), {
      signal: abort.signal,
      onProgress: (done) => {
        told.push(done);
        abort.abort();
      },
    });
    expect(bytes).toBeNull();
    expect(told).toHaveLength(1);
  });
});
