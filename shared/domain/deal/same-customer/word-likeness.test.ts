import { describe, expect, it } from 'vitest';
import { sameCustomer, type Customer } from './same-customer';

const at = (name: string, city = ''): Customer => ({ name, city });
const isSame = (a: string, b: string): boolean => sameCustomer(at(a), at(b)).same;

describe('OPP-4 slips and other words', () => {
  it.each([
    ['Brzezinkahurt', 'Brzezinkatorg'],
    ['Altenbergersnab', 'Altenbergerstal'],
    ['ООО «Березинолесстрой»', 'Berezinogazstroy'],
    ['ООО «Березинатрейд»', 'Berezinaprod'],
    ['Altenbergerkontor', 'Altenbergerkonzert'],
    ['ООО «Липаярпром»', 'ООО «Липадарпром»'],
    // Another first letter, and one more.
    ['ООО Вербалайн', 'ООО Сербафайн'],
    ['Ventorixmark', 'Bentorismark'],
    ['Лимоветр', 'Лумоверт'],
    ['Verbalis', 'Cerbalos'],
  ])('%s is not %s: another part of a long word is another word', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });

  it.each([
    ['Altenbergerkontor', 'Altenbregerkontor'],
    ['Altenbergerkontor', 'Altenbergerkomtor'],
    ['ООО «Берёзовлестех»', 'Beresowlestech'],
    ['ООО «Жильцовхимпром»', 'Zhiltsovkhimprom'],
    ['Вишневський', 'Wyschnewskyj'],
  ])('%s is %s: keys next to each other, or heard alike', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it('another last letter is another name, and a slip does not bridge two cities', () => {
    expect(isSame('Ventorix', 'Ventoric')).toBe(false);
    expect(sameCustomer(at('Altenhof', 'Ulm'), at('Altrnhof', 'Ulm')).same).toBe(true);
    expect(sameCustomer(at('Altenhof', 'Ulm'), at('Altrnhof', 'Goslar')).same).toBe(false);
  });

  it('two letters are compared as typed', () => {
    expect(isSame('Piekarnia Grusza S.C.', 'Piekarnia Grusza')).toBe(true);
    expect(isSame('Cegielnia Grusza s.c. Lis i Wrona', 'Cegielnia Grusza Lis, Wrona')).toBe(true);
    expect(isSame('Altenhof SK', 'Altenhof')).toBe(true);
    expect(isSame('Altenhof SK', 'Altenhof CZ')).toBe(false);
    // "PW" is what firms of one kind have in front, "PV" is not.
    expect(isSame('Altenhof PV', 'Altenhof')).toBe(false);
  });
});
