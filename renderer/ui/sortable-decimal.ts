/** A non-negative decimal string as text whose alphabetical order is its numerical order, without going through a float. */
export function sortableDecimal(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  return `${whole.padStart(20, '0')}.${fraction.padEnd(9, '0')}`;
}
