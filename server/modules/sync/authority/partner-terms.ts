import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { RecordOf, RecordType } from '#shared/domain/records';
import type { Queries } from '../../../db/database';
import { recordsOfType } from '../repository';

/** All that the vendor agreed with a partner, as it is now. */
export async function partnerTerms(queries: Queries, partnerId: string): Promise<PartnerTerms> {
  const all = async <T extends RecordType>(type: T) =>
    (await recordsOfType(queries, partnerId, type)).map(({ body }) => body as RecordOf<T>);
  return {
    agreements: await all('agreement'),
    promotions: await all('promotion'),
    dealRegistrations: await all('dealRegistration'),
    specialBids: await all('specialBid'),
    contracts: await all('contract'),
  };
}
