import { isLocal } from './business-words';
import type { CompanyName, NameWord } from './company-name';
import { cityKeyOf } from './places';
import { isCaseOf } from './word-likeness';

/** Words of a name that may say a city together. */
export interface PlaceWords {
  readonly from: number;
  readonly count: number;
  readonly key: string;
}

const most = 3;

/** Neighbours that may be a city of several words, or one with the number of a district behind it; longer ones first. One own word is told elsewhere. */
export function placesAmong(words: readonly NameWord[]): readonly PlaceWords[] {
  // "Nursery Poznań 4" is the fourth.
  const isNumbered = words.some(({ kind, meaning }) => kind === 'concept' && isLocal(meaning ?? ''));
  const found: PlaceWords[] = [];
  for (let count = Math.min(most, words.length - 1); count > 0; count -= 1) {
    for (let from = 0; from + count <= words.length; from += 1) {
      const run = words.slice(from, from + count);
      const mayBe = run.every(({ kind, signs }, at) =>
        signs !== undefined || kind === 'noise' || kind === 'country'
          ? false
          : kind !== 'number' || (!isNumbered && at > 0 && at === count - 1),
      );
      if (!mayBe || (count === 1 && run[0]?.kind === 'core')) continue;
      found.push({ from, count, key: cityKeyOf(run.map(({ text }) => text)) });
    }
  }
  return found;
}

/** A name with the words that say one of these cities as one, in whatever case: "w Lipnie" and "Lipno", "в Туле" and "Тула". */
export function withCities(name: CompanyName, cities: readonly string[]): CompanyName {
  for (const city of cities) {
    const place = name.places.find(({ key }) => key === city || isCaseOf(key, city));
    if (!place) continue;
    const { from, count } = place;
    const word: NameWord = { kind: 'core', text: city, sound: city, meaning: city };
    return { ...name, words: [...name.words.slice(0, from), word, ...name.words.slice(from + count)] };
  }
  return name;
}
