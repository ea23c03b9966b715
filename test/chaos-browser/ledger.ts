import type { Written } from './page/chaos-page-types';

/** What the app said was saved. The test keeps its promises outside the browser, where no kill and no full disk reaches. */
export class Ledger {
  readonly #made = new Set<string>();
  /** The last note of each quote; notes count up. */
  readonly #notes = new Map<string, number>();
  acknowledged = 0;
  /** Work of which the app said that it is not saved, by reason. */
  readonly refused = new Map<string, number>();

  readonly note = ({ id, note, error }: Written): void => {
    if (error !== null) {
      this.refused.set(error, (this.refused.get(error) ?? 0) + 1);
      return;
    }
    this.acknowledged += 1;
    if (note === null) this.#made.add(id);
    else this.#notes.set(id, Math.max(this.#notes.get(id) ?? 0, Number(note)));
  };

  /** What of it is in none of these places. A quote's later note stands for the earlier ones. */
  missingFrom(...places: readonly ReadonlyMap<string, string>[]): readonly string[] {
    const lost = [...this.#made].filter((id) => !places.some((place) => place.has(id)));
    for (const [id, note] of this.#notes) {
      const newest = Math.max(...places.map((place) => Number(place.get(id) ?? -1)));
      if (newest < note) lost.push(`${id} note ${String(note)} (found ${String(newest)})`);
    }
    return lost;
  }
}
