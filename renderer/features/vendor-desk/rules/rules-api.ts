import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { Result } from '#shared/lib/result';
import {
  benchSchema,
  checkedRulesSchema,
  ruleSetSchema,
  type Bench,
  type BenchRules,
  type PutRuleSet,
  type RuleSet,
} from '#shared/protocol/vendor-rules';
import { askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const one = (kind: RuleSetKind): string => `/api/v1/vendor/rules/${kind}`;

/** Every version of a rule set, newest first. */
export const requestRuleSet = (
  fetch: Fetch,
  kind: RuleSetKind,
  signal?: AbortSignal,
): Promise<Result<RuleSet, DeskProblem>> => askFor(fetch, one(kind), ruleSetSchema, signal ? { signal } : {});

/** What is odd about a draft. */
export async function checkRules(
  fetch: Fetch,
  content: RuleSetContent,
  signal?: AbortSignal,
): Promise<Result<readonly RuleProblem[], DeskProblem>> {
  const asked = { ...post({ content }), ...(signal ? { signal } : {}) };
  const answer = await askFor(fetch, `${one(content.kind)}/check`, checkedRulesSchema, asked);
  return answer.ok ? { ok: true, value: answer.value.problems } : answer;
}

/** What a draft would have decided in those days. */
export const benchRules = (fetch: Fetch, asked: BenchRules): Promise<Result<Bench, DeskProblem>> =>
  askFor(fetch, `${one(asked.content.kind)}/bench`, benchSchema, post(asked));

/** Makes the next version. */
export const publishRules = (fetch: Fetch, version: PutRuleSet): Promise<Result<RuleSet, DeskProblem>> =>
  askFor(fetch, one(version.content.kind), ruleSetSchema, { ...post(version), method: 'PUT' });
