import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { ContentOf, RuleSetVersion } from '#shared/domain/rules/rule-set';
import type { Queries } from '../../db/database';

const beginning = '1970-01-01T00:00:00.000Z';

/** What decides as long as nobody made a rule: nothing, so everything waits for a person. */
export const noRules = (kind: RuleSetKind): RuleSetVersion => ({
  kind,
  version: 0,
  content: kind === 'lead-routing' ? { kind, regions: [], rules: [] } : { kind, rules: [] },
  by: '',
  at: beginning,
  activeFrom: beginning,
  note: '',
});

/** Every version, the newest first. */
export async function findRuleSets(queries: Queries, kind: RuleSetKind): Promise<RuleSetVersion[]> {
  const rows = await queries
    .selectFrom('rule_set')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    version: row.version,
    content: row.content,
    by: row.made_by,
    at: row.made_at.toISOString(),
    activeFrom: row.active_from.toISOString(),
    note: row.note,
  }));
}

/** The newest whose time has come. */
export const activeAmong = (
  versions: readonly RuleSetVersion[],
  kind: RuleSetKind,
  now: Date,
): RuleSetVersion => versions.find(({ activeFrom }) => activeFrom <= now.toISOString()) ?? noRules(kind);

/** ADM-3: what decides now. */
export async function activeRules<K extends RuleSetKind>(
  queries: Queries,
  kind: K,
  now: Date,
): Promise<{ readonly version: number; readonly content: ContentOf<K> }> {
  const { version, content } = activeAmong(await findRuleSets(queries, kind), kind, now);
  return { version, content: content as ContentOf<K> };
}

/** False when there is such a version already. */
export async function addRuleSet(
  queries: Queries,
  { kind, version, content, by, at, activeFrom, note }: RuleSetVersion,
): Promise<boolean> {
  const added = await queries
    .insertInto('rule_set')
    .values({
      kind,
      version,
      content: JSON.stringify(content),
      made_by: by,
      made_at: new Date(at),
      active_from: new Date(activeFrom),
      note,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return added !== undefined;
}
