/** UN/ECE Recommendation 20, of the units that catalogs name; anything else is counted as "one". */
const codes: ReadonlyMap<string, string> = new Map([
  ['piece', 'H87'],
  ['hour', 'HUR'],
  ['day', 'DAY'],
  ['month', 'MON'],
  ['year', 'ANN'],
  ['gb', 'E34'],
  ['tb', 'E35'],
  ['kit', 'KT'],
  ['kg', 'KGM'],
  ['m', 'MTR'],
]);

const one = 'C62';

export const unitCode = (unit: string | undefined): string =>
  (unit === undefined ? undefined : codes.get(unit.trim().toLowerCase())) ?? one;
