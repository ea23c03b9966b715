import type { RuleSetKind } from '#shared/domain/rules/facts';
import { findRuleProblems } from '#shared/domain/rules/find-rule-problems';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type { Bench, BenchRules, PutRuleSet, RuleSet } from '#shared/protocol/vendor-rules';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import { partnerNames } from '../leads/repository';
import { benchLeads } from './bench-leads';
import { benchRegistrations } from './bench-registrations';
import type { RuleNames } from './known';
import { activeAmong, addRuleSet, findRuleSets, noRules } from './repository';

export type RuleService = ReturnType<typeof ruleService>;

/** ADM-3: the vendor's rules as data: versions that are never changed, what is odd about a draft, and what it would have decided. */
export function ruleService(database: Database, names: RuleNames, clock: Clock) {
  const find = async (kind: RuleSetKind): Promise<RuleSet> => {
    const made = await findRuleSets(database, kind);
    const versions = made.length > 0 ? made : [noRules(kind)];
    const { partners, families } = await names(database);
    const nameOf = await partnerNames(database);
    const content = versions[0]?.content;
    return {
      active: activeAmong(versions, kind, clock()).version,
      versions,
      known: {
        partners: partners.map(({ id }) => ({ id, name: nameOf.get(id) ?? id })),
        families: [...families],
        regions: content?.kind === 'lead-routing' ? content.regions.map(({ name }) => name) : [],
        certifications: [...new Set(partners.flatMap(({ certifications }) => certifications))].sort(),
      },
    };
  };

  return {
    find,

    /** The next version; `conflict` when it is not made from the newest. */
    put: async (
      session: Session,
      kind: RuleSetKind,
      { basedOn, content, activeFrom, note }: PutRuleSet,
    ): Promise<Result<RuleSet, 'conflict'>> => {
      const now = clock();
      const at = now.toISOString();
      const isMade = await database.transaction().execute(async (queries) => {
        const [newest] = await findRuleSets(queries, kind);
        if ((newest?.version ?? 0) !== basedOn) return false;
        const version = basedOn + 1;
        const from = activeFrom !== null && activeFrom > at ? activeFrom : at;
        const ruleSet = { kind, version, content, by: session.name, at, activeFrom: from, note };
        if (!(await addRuleSet(queries, ruleSet))) return false;
        await recordEvent(queries, {
          type: 'rules.changed',
          partnerId: session.partnerId,
          subject: { type: 'rules', id: kind },
          by: session,
          at: now,
          data: { version, activeFrom: from, note, rules: content.rules.length },
        });
        return true;
      });
      return isMade ? ok(await find(kind)) : err('conflict');
    },

    check: async (content: RuleSetContent): Promise<{ problems: RuleProblem[] }> => ({
      problems: findRuleProblems(content, await names(database)),
    }),

    bench: ({ content, from, until }: BenchRules): Promise<Bench> =>
      content.kind === 'lead-routing'
        ? benchLeads(database, content, { from, until })
        : benchRegistrations(database, content, { from, until }),
  };
}
