import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { RecordView } from '../record-view';

/** All that the vendor agreed with a partner, as it is now. */
export const partnerTerms = async (records: Pick<RecordView, 'all'>): Promise<PartnerTerms> => ({
  agreements: await records.all('agreement'),
  promotions: await records.all('promotion'),
  dealRegistrations: await records.all('dealRegistration'),
  specialBids: await records.all('specialBid'),
  contracts: await records.all('contract'),
});
