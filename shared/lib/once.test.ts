import { describe, expect, it } from 'vitest';
import { once } from './once';

describe('once', () => {
  it('makes its value when first asked, and never again, not even when there is none', () => {
    const made: string[] = [];
    const nothing = once(() => {
      made.push('made');
    });
    expect(made).toEqual([]);
    nothing();
    nothing();
    expect(made).toEqual(['made']);
  });
});
