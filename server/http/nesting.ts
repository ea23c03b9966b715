/** True when arrays and objects are nested deeper than `most`. Looks without recursion: what it guards against would break that. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one).filter(isContainer) : [],
    );
  }
  return false;
}

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;
