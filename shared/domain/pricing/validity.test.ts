import { describe, expect, it } from 'vitest';
import type { Validity } from './priced';
import { bindingValidity } from './validity';

const reasons = [
  'quote',
  'price-book',
  'price-entry',
  'agreement',
  'promotion',
  'deal-registration',
  'special-bid',
] as const;
const ending = (because: Validity['because'], name = 'A', until = '2026-03-31'): Validity => ({
  until,
  because,
  name,
});

describe('what binds a quote (PR-31, PR-109)', () => {
  it.each(reasons.slice(1).map((later, index) => [reasons[index] ?? 'quote', later] as const))(
    'on the same day %s is named before %s',
    (first, later) => {
      expect(bindingValidity(ending(later), [ending(first, 'Z')]).because).toBe(first);
      expect(bindingValidity(ending(first, 'Z'), [ending(later)]).because).toBe(first);
    },
  );
  it('the earlier day comes first, then the name', () => {
    const early = ending('special-bid', 'Z', '2026-03-30');
    expect(bindingValidity(ending('quote'), [early])).toBe(early);
    expect(bindingValidity(ending('agreement', 'B'), [ending('agreement', 'A')]).name).toBe('A');
  });
});
