import { useTranslation } from 'react-i18next';
import type { Approver } from '#shared/domain/pricing/condition';
import { usePartner, useRecords } from '../../client/hooks';
import { useFormats } from '../../ui/formats';

/** Who is meant by an approver's role, with the names where they are known: the partner's managers, the vendor's channel manager. */
export function useApproverNames(): (approver: Approver) => string {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const people = useRecords('person');
  const vendor = usePartner()?.vendorBrand.displayName;
  const managers = people?.filter(({ role }) => role === 'manager').map(({ name }) => name) ?? [];
  return (approver) => {
    if (approver === 'manager') {
      return managers.length === 0
        ? t('approver.manager')
        : t('approver.managerNamed', { names: formats.list(managers) });
    }
    return vendor === undefined ? t('approver.channel') : t('approver.channelNamed', { vendor });
  };
}
