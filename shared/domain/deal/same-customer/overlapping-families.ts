/**
 * The product families that both registrations are about; none named: everything, so what the other names. Null: nothing in common. Empty: all
 * of it.
 */
export function overlappingFamilies(a: readonly string[], b: readonly string[]): readonly string[] | null {
  if (a.length === 0) return [...b];
  if (b.length === 0) return [...a];
  const common = a.filter((family) => b.includes(family));
  return common.length === 0 ? null : common;
}
