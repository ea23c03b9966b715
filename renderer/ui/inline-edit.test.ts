import { describe, expect, it } from 'vitest';
import { endEdit, type ReadText } from './inline-edit';

const notEmpty = (typed: string): ReadText<'required'> =>
  typed.trim() === '' ? { ok: false, problem: 'required' } : { ok: true, value: typed.trim() };

describe('editing in place', () => {
  it.each(['enter', 'blur'] as const)('saves what was typed on %s', (key) => {
    expect(endEdit('Old', ' New ', key, notEmpty)).toEqual({ kind: 'save', value: 'New' });
  });

  it.each(['enter', 'blur'] as const)('saves nothing on %s when the value is the same', (key) => {
    expect(endEdit('Old', 'Old ', key, notEmpty)).toEqual({ kind: 'unchanged', value: 'Old' });
  });

  it('Escape brings back what was there, even from a text that could not be kept', () => {
    expect(endEdit('Old', '', 'escape', notEmpty)).toEqual({ kind: 'restored', value: 'Old' });
  });

  it.each(['enter', 'blur'] as const)('keeps the field open with its problem on %s', (key) => {
    expect(endEdit('Old', '  ', key, notEmpty)).toEqual({ kind: 'refused', problem: 'required' });
  });
});
