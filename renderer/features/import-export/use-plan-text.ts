import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowPlan } from '#shared/import-export/plan-import';

/** Of what would be new, enough to see that the columns are the right ones. */
const told = ['taxId', 'city', 'email', 'phone', 'currency', 'amount', 'closeOn'] as const;

/** What is said of a row beside what becomes of it: what is wrong where, what would change, which row it repeats. */
export function usePlanText(): (plan: RowPlan) => string {
  const { t } = useTranslation('import-export');
  return useCallback(
    (plan) => {
      const field = (key: string) => t(`field.${key}` as 'field.name');
      switch (plan.type) {
        case 'create':
          return told.flatMap((key) => plan.values[key] || []).join(' · ');
        case 'duplicate': {
          const changed = Object.entries(plan.changes).map(([key, value]) =>
            t('fieldSays', { field: field(key), what: value }),
          );
          return changed.length === 0 ? t('same') : changed.join(' · ');
        }
        case 'twice':
          return t('twiceOf', { line: plan.line });
        case 'error':
          return plan.problems
            .map(({ field: key, problem, text }) => {
              const what = t('fieldSays', { field: field(key), what: t(`problem.${problem}`) });
              return text === '' ? what : t('said', { what, text: text.slice(0, 60) });
            })
            .join(' · ');
        default:
          return plan satisfies never;
      }
    },
    [t],
  );
}
