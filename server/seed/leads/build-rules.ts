import type { RuleSetVersion } from '#shared/domain/rules/rule-set';
import { daysAgo, instantOn } from '../deals/moments';
import { readRules } from './lead-source';

/** ADM-3: the vendor's rules, with the versions that were before. */
export function buildRules(today: string, by: string): RuleSetVersion[] {
  const { leadRouting, registrationAcceptance } = readRules();
  return [leadRouting, registrationAcceptance].flatMap((versions) =>
    versions.map(({ age, note, content }, index) => {
      const at = instantOn(daysAgo(today, age), 90);
      return { kind: content.kind, version: index + 1, content, by, at, activeFrom: at, note };
    }),
  );
}
