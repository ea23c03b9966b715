import { describe, expect, it } from 'vitest';
import type { Exact } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { UnitLedger } from './unit-ledger';

const line = (lineId: string, optional = false) => ({ lineId, optional });
const five = decimal('5');
const shown = (units: Exact) => formatExact(units);

describe('units that are limited (PR-118)', () => {
  it('go to lines in the order in which they ask', () => {
    const ledger = new UnitLedger();
    expect(shown(ledger.left('a', five, line('1')))).toBe('5');
    ledger.take('a', decimal('1.5'), line('1'));
    expect(shown(ledger.left('a', five, line('2')))).toBe('3.5');
    ledger.take('a', decimal('3.5'), line('2'));
    expect(shown(ledger.left('a', five, line('3')))).toBe('0');
  });
  it('are counted by what they are of', () => {
    const ledger = new UnitLedger();
    ledger.take('a', five, line('1'));
    expect(shown(ledger.left('b', five, line('2')))).toBe('5');
  });
  it('a line that asks again finds what it found, and takes no more', () => {
    const ledger = new UnitLedger();
    ledger.take('a', decimal('2'), line('1'));
    expect(shown(ledger.left('a', five, line('2')))).toBe('3');
    ledger.take('a', decimal('1'), line('2'));
    ledger.take('a', decimal('1'), line('2'));
    ledger.take('a', decimal('2'), line('1'));
    expect(shown(ledger.left('a', five, line('1')))).toBe('5');
    expect(shown(ledger.left('a', five, line('2')))).toBe('3');
    expect(shown(ledger.left('a', five, line('3')))).toBe('2');
  });
  it('an optional line leaves all to those after it', () => {
    const ledger = new UnitLedger();
    ledger.take('a', decimal('2'), line('1', true));
    expect(shown(ledger.left('a', five, line('2')))).toBe('5');
  });
  it('never are fewer than none', () => {
    const ledger = new UnitLedger();
    ledger.take('a', five, line('1'));
    expect(shown(ledger.left('a', decimal('3'), line('2')))).toBe('0');
  });
});
