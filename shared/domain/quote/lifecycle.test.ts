import { describe, expect, it } from 'vitest';
import { canMove, isEditable, quoteTransitions } from './lifecycle';
import { quoteStates } from './quote';

describe('QUO-2 the life of a quote', () => {
  it('reaches every state from draft', () => {
    const reached = new Set<string>(['draft']);
    for (const state of reached)
      for (const next of quoteTransitions[state as keyof typeof quoteTransitions]) reached.add(next);
    expect([...reached].toSorted()).toEqual([...quoteStates].toSorted());
  });

  it('an ordered quote never changes again', () => {
    expect(quoteStates.filter((state) => canMove('ordered', state))).toEqual([]);
  });

  it('only an accepted quote is ordered', () => {
    expect(quoteStates.filter((state) => canMove(state, 'ordered'))).toEqual(['accepted']);
  });

  it('only a draft is editable', () => {
    expect(quoteStates.filter(isEditable)).toEqual(['draft']);
  });
});
