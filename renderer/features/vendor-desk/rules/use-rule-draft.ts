import { useTranslation } from 'react-i18next';
import type { RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { newId } from '#shared/lib/ids';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { useRemembered } from '../../../ui/use-remembered';
import { newRule, withRules } from './rule-draft';

interface KeptDraft {
  readonly basedOn: number;
  readonly content: RuleSetContent;
}

/** Rules being edited: kept on this device until they are published or given up. It begins with the newest version. */
export function useRuleDraft(kind: RuleSetKind, { versions }: RuleSet) {
  const { t } = useTranslation('vendor-rules');
  const [kept, setKept] = useRemembered<KeptDraft | null>(`draft:rules:${kind}`, null);
  const newest = versions[0];
  const stored: RuleSetContent =
    newest?.content ?? (kind === 'lead-routing' ? { kind, regions: [], rules: [] } : { kind, rules: [] });
  const content = kept?.content ?? stored;
  const basedOn = kept?.basedOn ?? newest?.version ?? 0;
  const put = (next: RuleSetContent): void =>
    setKept(JSON.stringify(next) === JSON.stringify(stored) ? null : { basedOn, content: next });
  return {
    content,
    basedOn,
    isChanged: kept !== null,
    put,
    add: () => put(withRules(content, [...content.rules, newRule(newId(), t('newRule'), kind)])),
    startOver: () => setKept(null),
  };
}
