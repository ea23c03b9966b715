import { add, compare, subtract, zero, type Exact } from '../money/exact';

type Taker = { readonly lineId: string; readonly optional: boolean };

/**
 * PR-15: what is limited to a number of units goes to lines in the order in which they are first priced. A line priced once more, for its
 * explanation, finds what it found the first time. An optional line is priced as if it were taken, and leaves all to those after it
 * (PR-118).
 */
export class UnitLedger {
  readonly #withoutPrice: ReadonlySet<string>;
  readonly #taken = new Map<string, Exact>();
  readonly #takenBefore = new Map<string, Map<string, Exact>>();

  /** `withoutPrice`: ids of lines that end without a price, and so take nothing (PR-118). */
  constructor(withoutPrice: ReadonlySet<string> = new Set()) {
    this.#withoutPrice = withoutPrice;
  }

  /** What is left of `cap` for a line, never below zero. */
  left(key: string, cap: Exact, { lineId }: Taker): Exact {
    const before = this.#before(key, lineId);
    return compare(before, cap) >= 0 ? zero : subtract(cap, before);
  }

  /** A line takes units; only its first word counts. */
  take(key: string, units: Exact, { lineId, optional }: Taker): void {
    const before = this.#before(key, lineId);
    const taken = this.#taken.get(key) ?? zero;
    // Somebody, this line included, has taken some since: it is priced once more.
    if (optional || this.#withoutPrice.has(lineId) || compare(taken, before) !== 0) return;
    this.#taken.set(key, add(taken, units));
  }

  #before(key: string, lineId: string): Exact {
    let lines = this.#takenBefore.get(key);
    if (!lines) this.#takenBefore.set(key, (lines = new Map<string, Exact>()));
    const known = lines.get(lineId) ?? this.#taken.get(key) ?? zero;
    lines.set(lineId, known);
    return known;
  }
}
