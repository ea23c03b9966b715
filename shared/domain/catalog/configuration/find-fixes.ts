import {
  additionName,
  applyChanges,
  isAddition,
  type ConfigurationChange,
  type ConfiguredLine,
} from './configured-line';
import type { Fix, FoundIssue } from './issue';

/** What is wrong with some lines. */
export type Check = (lines: readonly ConfiguredLine[]) => readonly FoundIssue[];

/** How many follow-ups one fix may need, how often the lines are checked for one issue, and how many fixes are offered. */
const longest = 5;
const patience = 60;
const mostFixes = 5;

/**
 * CAT-4: the fixes of an issue among `lines`. Each resolves it and brings no new hard issue: where a first step breaks something else, the
 * steps that mend that are part of the fix. Adding and changing come before removing; removing takes along what then lacks something.
 */
export function findFixes(
  issue: FoundIssue,
  lines: readonly ConfiguredLine[],
  check: Check,
  offerable: (sku: string) => boolean,
): readonly Fix[] {
  const before = hardIds(check(lines));
  const budget = { left: patience };
  const isAllowed = (way: readonly ConfigurationChange[]): boolean =>
    way.length > 0 &&
    way.every((change) => {
      if (change.kind === 'add-line' || change.kind === 'add-component') return offerable(change.sku);
      // Taking out again what the fix has just put in leads nowhere.
      return change.kind !== 'remove-line' || !isAddition(change.lineId);
    });

  /** The changes so far and those that mend what they broke; undefined when there is no such way within bounds. */
  const complete = (changes: readonly ConfigurationChange[], steps: number): Fix | undefined => {
    if (budget.left <= 0) return undefined;
    budget.left -= 1;
    const after = check(applyChanges(lines, changes, namer()));
    const open = after.filter(
      ({ id, severity }) => id === issue.id || (severity === 'hard' && !before.has(id)),
    );
    const [next] = open;
    if (!next) return { changes };
    if (steps >= longest) return undefined;
    for (const way of next.ways.filter(isAllowed)) {
      const found = complete([...changes, ...way], steps + 1);
      if (found) return found;
    }
    return undefined;
  };

  const built = issue.ways.filter(isAllowed).flatMap((way) => complete(way, 1) ?? []);
  const removed = issue.removable.flatMap((ids) => {
    const way = ids.map((lineId) => ({ kind: 'remove-line', lineId }) as const);
    return complete(way, 1) ?? removal(ids, issue, lines, check, before) ?? [];
  });
  // Taking something out is a way out of everything, so it is offered only where it is the natural one or the last.
  const natural = issue.detail.kind === 'excludes' || built.length === 0 || issue.detail.kind === 'requires';
  return distinct(natural ? [...built, ...removed] : built).slice(0, mostFixes);
}

const hardIds = (issues: readonly FoundIssue[]): ReadonlySet<string> =>
  new Set(issues.flatMap(({ id, severity }) => (severity === 'hard' ? [id] : [])));

function namer(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return additionName(count);
  };
}

/** Removes the lines, and whatever cannot stand without them; each round takes lines away, so it ends. */
function removal(
  ids: readonly string[],
  issue: FoundIssue,
  lines: readonly ConfiguredLine[],
  check: Check,
  before: ReadonlySet<string>,
): Fix | undefined {
  const gone = new Set(ids);
  for (;;) {
    const left = lines.filter(({ id, component }) => !gone.has(id) && !gone.has(component?.parentId ?? ''));
    const open = check(left).filter(
      ({ id, severity }) => id === issue.id || (severity === 'hard' && !before.has(id)),
    );
    if (open.length === 0) break;
    const more = open.flatMap(({ removable }) => removable[0] ?? []).filter((id) => !gone.has(id));
    if (more.length === 0) return undefined;
    for (const id of more) gone.add(id);
  }
  const named = lines.filter(({ id, component }) => gone.has(id) && !gone.has(component?.parentId ?? ''));
  return { changes: named.map(({ id }) => ({ kind: 'remove-line', lineId: id })) };
}

function distinct(fixes: readonly Fix[]): Fix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix), fix])).values()];
}
