import { describe, expect, it } from 'vitest';
import { readGrant, rowsAsWanted, skusOf, type GrantDraft } from './grant';

const draft = (rows: GrantDraft['rows'], changes: Partial<GrantDraft> = {}): GrantDraft => ({
  rows,
  validFrom: '2026-03-01',
  validUntil: '2026-04-01',
  comment: ' For this deal only ',
  ...changes,
});
const net = (price: string, maxQuantity = '') => ({ kind: 'net', price, maxQuantity }) as const;

describe('PR-20 the vendor grants special prices', () => {
  it('net or as a percentage, each SKU once, with the most units it holds for', () => {
    const rows = { 'LIC-1': net('1.234,50', '20'), 'LIC-2': { ...net('12,5 %'), kind: 'percent' as const } };
    expect(readGrant(['LIC-1', 'LIC-2', 'LIC-3'], draft(rows), 'pl')).toEqual({
      ok: true,
      value: {
        decision: 'granted',
        terms: [
          { sku: 'LIC-1', price: { kind: 'net', unitPrice: '1234.5' }, maxQuantity: '20' },
          { sku: 'LIC-2', price: { kind: 'percent', percent: '12.5' }, maxQuantity: null },
        ],
        validFrom: '2026-03-01',
        validUntil: '2026-04-01',
        comment: 'For this deal only',
      },
    });
  });

  it('asks for at least one price, names figures that are none, and days in order', () => {
    expect(readGrant(['LIC-1'], draft({}), 'en')).toMatchObject({ ok: false, problem: 'nothing' });
    expect(readGrant(['LIC-1'], draft({ 'LIC-1': net('cheap') }), 'en')).toEqual({
      ok: false,
      problem: 'unreadable',
      skus: ['LIC-1'],
    });
    const late = draft({ 'LIC-1': net('5') }, { validUntil: '2026-03-01' });
    expect(readGrant(['LIC-1'], late, 'en')).toMatchObject({ ok: false, problem: 'days' });
  });

  it('what was asked for is taken over to the last digit, a SKU on two lines with the units of both', () => {
    const wanted = [
      { lineId: 'a', sku: 'LIC-1', quantity: '1.5', unitPrice: '1234.567891' },
      { lineId: 'b', sku: 'LIC-1', quantity: '2', unitPrice: '1234.567891' },
    ];
    const rows = rowsAsWanted({ wanted }, 'pl');
    expect(rows['LIC-1']).toEqual(net('1234,567891', '3,5'));
    expect(readGrant(['LIC-1'], draft(rows), 'pl')).toMatchObject({
      value: {
        terms: [{ sku: 'LIC-1', price: { kind: 'net', unitPrice: '1234.567891' }, maxQuantity: '3.5' }],
      },
    });
  });

  it('a SKU on two lines is granted once', () => {
    const wanted = (lineId: string) => ({ lineId, sku: 'LIC-1', quantity: '1', unitPrice: '5' });
    expect(skusOf({ wanted: [wanted('a'), wanted('b')] })).toEqual(['LIC-1']);
  });
});
