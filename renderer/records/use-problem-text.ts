import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert-never';
import type { FieldProblem } from '#shared/lib/field-problems';

/** What is wrong with a field, in the person's language; `invalid` is the field's own sentence for a value of the wrong form. */
export function useProblemText(): (problem: FieldProblem, invalid: string) => string {
  const { t } = useTranslation('forms');
  return useCallback(
    (problem, invalid) => {
      switch (problem.type) {
        case 'required':
          return t('problem.required');
        case 'too-long':
          return t('problem.tooLong', { max: problem.max, length: problem.length });
        case 'invalid':
          return invalid;
        default:
          return assertNever(problem);
      }
    },
    [t],
  );
}
