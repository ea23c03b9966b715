import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert-never';
import { useFormats } from '../../../ui/formats';
import type { AnyAction } from './rule-draft';

/** What a rule does, in one line. */
export function useActionWords(
  partners: readonly { readonly id: string; readonly name: string }[],
): (action: AnyAction) => string {
  const { t } = useTranslation(['vendor-rules', 'registrations', 'catalog']);
  const formats = useFormats();
  return useMemo(
    () => (action) => {
      switch (action.kind) {
        case 'partners':
          return t('does.partners', {
            partners:
              formats.list(
                action.partnerIds.map((id) => partners.find((each) => each.id === id)?.name ?? id),
              ) || '\u2026',
            count: action.answerHours,
          });
        case 'best': {
          const wants = [
            t(`near.${action.near}`),
            ...(action.tier ? [t('does.tier', { tier: t(`catalog:tier.${action.tier}`) })] : []),
            ...action.certifications,
          ];
          return t('does.best', { wants: formats.list(wants), count: action.answerHours });
        }
        case 'keep':
          return t('does.keep');
        case 'accept':
          return t('does.accept', { percent: formats.percent(action.percent || '0'), count: action.days });
        case 'refuse':
          return t('does.refuse', { reason: t(`registrations:refusal.${action.reason}`) });
        case 'review':
          return t('does.review');
        default:
          return assertNever(action);
      }
    },
    [t, formats, partners],
  );
}
