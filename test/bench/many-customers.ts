import { anAccount } from '../../shared/domain/quote/quote.test-kit';
import type { Account } from '../../shared/domain/deal/account';
import type { Random } from '../../server/seed/random';

const syllables =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu wa ze zi tor wer net sek bud pol eks mar ko ra'.split(' ');
const trades =
  'Hurtownia Serwis Logistyka Energia Transport Szpital Szkoła Apteka Meble Budownictwo Drukarnia Piekarnia'.split(
    ' ',
  );
const forms = ['Sp. z o.o.', 'S.A.', 'sp.k.', 'PPHU'];
const cities =
  'Warszawa Kraków Łódź Wrocław Poznań Gdańsk Szczecin Lublin Katowice Białystok Rzeszów Kielce'.split(' ');

/**
 * Customers as a country has them: own words of which some are on every hundredth customer and most on a few, words such as "Hurtownia",
 * cities, legal forms; half with a website, most with a tax id.
 */
export function manyCustomers(count: number, partners: number, random: Random): Account[] {
  const words = Array.from({ length: 20_000 }, () => {
    const word = Array.from({ length: random.integer(2, 4) }, () => random.pick(syllables)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  const word = (): string => words[Math.floor(words.length * (random.integer(0, 9_999) / 10_000) ** 2)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const city = random.pick(cities);
    const own = word();
    const parts = [
      random.chance(50) ? random.pick(trades) : '',
      own,
      random.chance(50) ? word() : '',
      random.chance(20) ? city : '',
      random.pick(forms),
    ];
    return anAccount({
      id: `account-${at}`,
      partnerId: `partner-${at % partners}`,
      ownerId: `rep-${at % partners}`,
      name: parts.filter(Boolean).join(' '),
      taxId: random.chance(80) ? String(random.integer(1_000_000_000, 9_999_999_999)) : '',
      city,
      website: random.chance(50) ? `https://www.${own.toLowerCase()}${random.integer(1, 999)}.pl` : '',
    });
  });
}
