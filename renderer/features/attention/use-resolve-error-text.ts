import { useTranslation } from 'react-i18next';
import { rejectionSchema } from '#shared/mutations/rejection';
import type { ResolveError } from '../../sync/resolve-attention';
import { useReasonText } from './use-reason-text';

/** Why an item could not be settled: refused once more, settled already, or not stored. */
export function useResolveErrorText(): (error: ResolveError) => string {
  const { t } = useTranslation('attention');
  const reasonOf = useReasonText();
  return (error) => {
    if (error.type === 'already-resolved' || error.type === 'disk-full' || error.type === 'read-only') {
      return t(`failed.${error.type}`);
    }
    const refused = rejectionSchema.safeParse(error);
    return refused.success ? reasonOf(refused.data) : t('failed.storage-failed');
  };
}
