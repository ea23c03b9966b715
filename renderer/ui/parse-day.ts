/**
 * Reads a calendar day as people type it: "2026-11-21", "21.11.2026", "21/11/26", "21 11", "2026年11月21日". The day comes first unless
 * the year does, in every language of the product. A year left out is `today`'s. undefined: not a day.
 */
export function parseDay(typed: string, today: string): string | undefined {
  const figures = typed.trim().match(/\d+/g) ?? [];
  if (/\p{L}/u.test(typed.replaceAll(/[年月日]/g, '')) || figures.length < 2 || figures.length > 3) {
    return undefined;
  }
  const [first = '', second = '', third = ''] = figures;
  const yearFirst = first.length === 4;
  if (yearFirst && third === '') return undefined;
  const year = yearFirst ? first : third === '' ? today.slice(0, 4) : third;
  const month = second;
  const day = yearFirst ? third : first;
  const fullYear = year.length === 2 ? `20${year}` : year;
  const text = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
