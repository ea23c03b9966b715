import { describe, expect, it } from 'vitest';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import { partiesOf } from '../../../records/conflicts/conflict-parties';
import { allOf, changedSince, tookOf } from './took';

const amount = {
  fields: ['amount', 'currency'],
  base: ['100', 'EUR'],
  kept: ['120', 'EUR'],
  other: ['120', 'USD'],
};
const stage = { fields: ['stage'], base: ['proposal'], kept: ['won'], other: ['lost'] };
const conflict = { keptBy: 'maria', otherBy: 'jan', both: [amount, stage] } as unknown as EditConflict;

describe('SY-14 choosing between two values of a field', () => {
  it('leaves what stands where nothing was chosen', () => {
    expect(tookOf(conflict, {})).toEqual(['kept', 'kept']);
    expect(tookOf(conflict, { 1: 'other' })).toEqual(['kept', 'other']);
    expect(tookOf(conflict, allOf(conflict, 'other'))).toEqual(['other', 'other']);
  });

  it('tells when a third change came after both, with an amount and its currency as one', () => {
    expect(changedSince(amount, { amount: '120', currency: 'EUR' })).toBeNull();
    expect(changedSince(amount, { amount: '120', currency: 'USD' })).toBeNull();
    expect(changedSince(amount, { amount: '150', currency: 'EUR' })).toEqual(['150', 'EUR']);
  });

  it('names the other one to each of the two, and both to anybody else', () => {
    expect(partiesOf(conflict, 'jan')).toEqual({ kind: 'mine', mine: 'other', other: 'maria' });
    expect(partiesOf(conflict, 'maria')).toEqual({ kind: 'mine', mine: 'kept', other: 'jan' });
    expect(partiesOf(conflict, 'lin')).toEqual({ kind: 'others', kept: 'maria', other: 'jan' });
    expect(partiesOf({ ...conflict, keptBy: null }, 'jan')).toMatchObject({ kind: 'mine', other: null });
  });

  it('knows two devices of one person', () => {
    expect(partiesOf({ ...conflict, keptBy: 'jan' }, 'jan')).toEqual({ kind: 'both-mine' });
    expect(partiesOf({ ...conflict, keptBy: 'jan' }, 'maria')).toEqual({ kind: 'same', person: 'jan' });
  });
});
