import type { Random } from '../random';

/**
 * A tax number of the country's form that nobody can have: Polish ones never begin with 0, German ones neither, a Kazakh one never names month
 * 13, a Chinese one never region 990000. Dutch, Belgian, Czech, Kyrgyz and Hong Kong ones are zeros where the real ones are not.
 */
export function fictionalTaxId(country: string, random: Random): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(random.integer(0, 9))).join('');
  switch (country) {
    case 'PL':
      return `PL0${digits(9)}`;
    case 'DE':
      return `DE0${digits(8)}`;
    case 'CZ':
      return `CZ000${digits(5)}`;
    case 'NL':
      return `NL000${digits(6)}B00`;
    case 'BE':
      return `BE00${digits(8)}`;
    case 'KZ':
      return `${random.integer(10, 24)}1340${digits(6)}`;
    case 'KG':
      return `000${digits(11)}`;
    case 'CN':
      return `91990000MA${digits(7)}X`;
    case 'HK':
      return `00${digits(6)}`;
    default:
      throw new Error(`The demo has no customers in ${country}`);
  }
}
