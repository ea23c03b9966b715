import { expect } from 'vitest';
import type { Account } from '#shared/domain/deal/account';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import {
  vendorRegistrationFileSchema,
  type VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import type { TestDevice } from '../../test-vendor.test-kit';
import { recordOf } from '../approvals/approvals.test-kit';

const address = '/api/v1/vendor/registrations';

/** A customer of whoever's device it is. Returns its id. */
export async function addCustomer(device: TestDevice, changes: Partial<Account>): Promise<string> {
  const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...facts } = anAccount();
  const account = { ...facts, taxId: '', website: '', city: '', ...changes, id: newId() };
  expect((await device.push(device.next('createAccount', account))).refused).toEqual([]);
  return account.id;
}

/** A registration of a deal with that customer, as it is sent. */
export const aRegistration = (
  accountId: string,
  changes: Partial<ArgsOf<'submitRegistration'>> = {},
): ArgsOf<'submitRegistration'> => ({
  id: newId(),
  accountId,
  opportunityId: null,
  description: 'Dwie wizyty, trwa test',
  amount: '50000',
  currency: 'EUR',
  closeOn: '2026-06-30',
  families: [],
  ...changes,
});

/** Sends a registration. Returns its id. */
export async function register(
  device: TestDevice,
  accountId: string,
  changes: Partial<ArgsOf<'submitRegistration'>> = {},
): Promise<string> {
  const args = aRegistration(accountId, changes);
  expect((await device.push(device.next('submitRegistration', args))).refused).toEqual([]);
  return args.id;
}

export const fileOf = async (channel: TestDevice, id: string): Promise<VendorRegistrationFile> =>
  vendorRegistrationFileSchema.parse((await channel.ask('GET', `${address}/${id}`)).body);

/** The vendor does something about a request; the status and the body. Decided as it is now, unless the body says what was read. */
export async function atDesk(channel: TestDevice, id: string, path: string, body: object) {
  const read = path === 'decision' ? { readAt: (await fileOf(channel, id)).request.updatedAt } : {};
  return channel.ask('POST', `${address}/${id}/${path}`, { ...read, ...body });
}

export const requestOf = async (device: TestDevice, id: string): Promise<RegistrationRequest> =>
  (await recordOf(device, 'registrationRequest', id)) as RegistrationRequest;

export const registrationOf = async (device: TestDevice, id: string): Promise<DealRegistration> =>
  (await recordOf(
    device,
    'dealRegistration',
    (await requestOf(device, id)).registrationId ?? '',
  )) as DealRegistration;
