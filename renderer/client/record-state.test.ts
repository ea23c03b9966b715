import { describe, expect, it } from 'vitest';
import { recordStates } from './record-state';

const waiting = (...touches: string[]) => ({ state: 'waiting' as const, touches });
const sent = (...touches: string[]) => ({ state: 'sent' as const, touches });

describe("a record's state (SYN-1)", () => {
  it('is what its least settled work says; records with none are accepted and left out', () => {
    const states = recordStates(
      'quote',
      [sent('quote:q1'), waiting('quote:q2', 'order:o1'), sent('quote:q2'), waiting('quote:q3')],
      [{ touches: ['quote:q3'] }],
      [{ type: 'quote', id: 'q4' }],
    );
    expect([...states]).toEqual([
      ['q1', 'sent'],
      ['q2', 'saved-here'],
      ['q3', 'needs-attention'],
      // SY-13: two versions wait for a choice.
      ['q4', 'needs-attention'],
    ]);
  });

  it('belongs to the record of that type only', () => {
    expect(recordStates('order', [waiting('quote:x')], [{ touches: ['account:x'] }], []).size).toBe(0);
  });
});
