import { useEffect, useState } from 'react';
import type { RuleProblem } from '#shared/domain/rules/rule-problem';
import type { RuleSetContent } from '#shared/domain/rules/rule-set';
import { checkRules } from './rules-api';

/** A pause in typing: until then nothing is asked. */
const settles = 500;

/** What is odd about the rules as they are now; null: not known (yet, or not without a connection). `ready`: they are whole. */
export function useRuleProblems(content: RuleSetContent, ready: boolean): readonly RuleProblem[] | null {
  const text = JSON.stringify(content);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly problems: readonly RuleProblem[] }>();
  useEffect(() => {
    if (!ready) return undefined;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const asked = JSON.parse(text) as RuleSetContent;
      const checked = await checkRules((path, init) => fetch(path, init), asked, leaving.signal);
      if (!leaving.signal.aborted && checked.ok) setAnswer({ of: text, problems: checked.value });
    };
    const timer = setTimeout(() => void ask(), settles);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [text, ready]);
  return ready && answer?.of === text ? answer.problems : null;
}
