const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "First" of 1, up to ten; what is above stays a number. */
export const ordinalOf = (number: number): string => ordinals[number - 1] ?? String(number);

/** The number that an ordinal says: "8" of "eighth". */
export const numberOf = (ordinal: string): string | undefined => {
  const at = ordinals.indexOf(ordinal);
  return at < 0 ? undefined : String(at + 1);
};

const digits = '零一二三四五六七八九';

/** A Chinese number below a thousand, in either of its ways: "一百二十一" or "一二一". */
export function chineseNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const signs = Array.from(written.replaceAll('〇', '零'));
  if (!signs.some((sign) => sign === '十' || sign === '百'))
    return Number(signs.map((sign) => digits.indexOf(sign)).join(''));
  let [sum, digit] = [0, 0];
  for (const sign of signs) {
    if (sign === '百' || sign === '十') {
      sum += Math.max(1, digit) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = digits.indexOf(sign);
  }
  return sum + digit;
}
