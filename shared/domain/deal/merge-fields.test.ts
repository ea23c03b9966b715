import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, mergeFields, type FieldValues } from './merge-fields';

const merge = (now: FieldValues, changes: FieldValues, base?: FieldValues) =>
  mergeFields('opportunity', now, changes, base);
const seen = { name: 'Młyn', stage: 'proposal', amount: '100', currency: 'PLN', notes: 'x' };

describe('SY-14 fields that two people change apart', () => {
  it('a field that nobody else touched takes the new value, whatever happened to others', () => {
    expect(merge({ ...seen, stage: 'won' }, { name: 'Młyn 2' }, { name: 'Młyn' })).toEqual({
      taken: { name: 'Młyn 2' },
      both: [],
    });
  });

  it('a field that both gave the same value is settled', () => {
    expect(merge({ ...seen, stage: 'won' }, { stage: 'won' }, { stage: 'proposal' })).toEqual({
      taken: {},
      both: [],
    });
  });

  it('a field put back to what was seen is no change of it', () => {
    expect(merge({ ...seen, stage: 'won' }, { stage: 'proposal' }, { stage: 'proposal' }).taken).toEqual({});
  });

  it('a field that both gave different values stays, and both values are told', () => {
    expect(
      merge({ ...seen, stage: 'won' }, { stage: 'lost', name: 'N' }, { stage: 'proposal', name: 'Młyn' }),
    ).toEqual({
      taken: { name: 'N' },
      both: [{ fields: ['stage'], base: ['proposal'], kept: ['won'], other: ['lost'] }],
    });
  });

  it('without a base the new value counts, as it did in the first release', () => {
    expect(merge({ ...seen, stage: 'won' }, { stage: 'lost' }).taken).toEqual({ stage: 'lost' });
  });

  it('notes of both stand in it', () => {
    expect(merge({ ...seen, notes: 'x\nkept' }, { notes: 'x\nother' }, { notes: 'x' }).taken).toEqual({
      notes: 'x\nkept\nother',
    });
  });

  it('notes that would be longer together than the field holds are both kept for somebody to choose', () => {
    const [kept, other] = ['k'.repeat(15_000), 'o'.repeat(15_000)];
    expect(merge({ ...seen, notes: kept }, { notes: other }, { notes: 'x' })).toEqual({
      taken: {},
      both: [{ fields: ['notes'], base: ['x'], kept: [kept], other: [other] }],
    });
  });

  it('an amount and its currency are one field: money of two people is never mixed', () => {
    const changes = { amount: '120' };
    const base = baseOf('opportunity', seen, changes);
    expect(base).toEqual({ amount: '100', currency: 'PLN' });
    expect(merge({ ...seen, currency: 'EUR' }, changes, base)).toEqual({
      taken: {},
      both: [
        { fields: ['amount', 'currency'], base: ['100', 'PLN'], kept: ['100', 'EUR'], other: ['120', 'PLN'] },
      ],
    });
    expect(merge({ ...seen, notes: 'y' }, changes, base).taken).toEqual({ amount: '120', currency: 'PLN' });
  });

  it('"120" and "120.00" are one amount', () => {
    const base = { amount: '100', currency: 'PLN' };
    expect(merge({ ...seen, amount: '120.00' }, { amount: '120' }, base)).toEqual({ taken: {}, both: [] });
  });

  const values = fc.record({
    name: fc.constantFrom('n1', 'n2', 'n3'),
    stage: fc.constantFrom('s1', 's2', 's3'),
    amount: fc.constantFrom('1', '1.0', '2', '3'),
    currency: fc.constantFrom('PLN', 'EUR'),
    notes: fc.constantFrom('', 'x', 'x\ny', 'z\nx', 'w'),
  });
  const somePart = fc.subarray(['name', 'stage', 'amount', 'currency', 'notes'] as const);
  const part = <T extends object>(of: T, names: readonly (keyof T)[]) =>
    Object.fromEntries(names.map((name) => [name, of[name]]));

  it('nothing anybody wrote is lost: it is in the record or told as the other', () => {
    fc.assert(
      fc.property(values, values, values, somePart, (base, now, wanted, names) => {
        const changes = part(wanted, names);
        const { taken, both } = merge(now, changes, baseOf('opportunity', base, changes as typeof base));
        const told = Object.fromEntries(
          both.flatMap(({ fields, other }) => fields.map((field, at) => [field, other[at]])),
        );
        const stands = { ...now, ...taken };
        const lost = names.filter((name) => {
          if (name === 'amount' || wanted[name] === base[name]) return false;
          if (name !== 'notes') return ![stands[name], told[name]].includes(wanted[name]);
          const known = new Set([...base.notes.split('\n'), ...stands.notes.split('\n')]);
          return wanted.notes.split('\n').some((line) => line !== '' && !known.has(line));
        });
        expect(lost).toEqual([]);
        for (const { kept, fields } of both)
          expect(kept).toEqual(fields.map((field) => part(now, [field as 'name'])[field]));
      }),
      { numRuns: 500 },
    );
  });

  it('edits of different fields have the same effect in either order', () => {
    fc.assert(
      fc.property(values, values, values, somePart, somePart, (base, mine, theirs, a, b) => {
        const grouped = (names: readonly string[]) => names.includes('amount') || names.includes('currency');
        const apart = b.filter((name) => !a.includes(name) && !(grouped(a) && grouped([name])));
        const [first, second] = [part(mine, a), part(theirs, apart)];
        const apply = (now: typeof base, changes: object) => ({
          ...now,
          ...merge(now, changes as FieldValues, baseOf('opportunity', base, changes as typeof base)).taken,
        });
        expect(apply(apply(base, first), second)).toEqual(apply(apply(base, second), first));
      }),
    );
  });
});
