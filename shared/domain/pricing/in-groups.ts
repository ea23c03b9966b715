/**
 * What competes stands together, where the first of it is; what belongs to no group (null) is by itself. The order is kept. So the
 * steps of a policy's `bestOf` group (PR-103) and the promotions of an exclusive one (PR-119) are decided in one place each.
 */
export function inGroups<T>(items: readonly T[], groupOf: (item: T) => string | null): T[][] {
  const groups = new Map<string, T[]>();
  const places: T[][] = [];
  for (const item of items) {
    const name = groupOf(item);
    const group = name === null ? undefined : groups.get(name);
    if (group) {
      group.push(item);
      continue;
    }
    const place = [item];
    places.push(place);
    if (name !== null) groups.set(name, place);
  }
  return places;
}
