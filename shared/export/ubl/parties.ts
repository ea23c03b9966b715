import type { Account } from '../../domain/deal/account';
import type { Partner } from '../../domain/partner/partner';
import { element, optional, type Element } from './element';

const named = (name: string): Element => element('cac:PartyName', [element('cbc:Name', name)]);
const legal = (name: string): Element =>
  element('cac:PartyLegalEntity', [element('cbc:RegistrationName', name)]);
const country = (code: string): Element => element('cac:Country', [element('cbc:IdentificationCode', code)]);

/** The buyer. A customer that is not there any more leaves a party without facts: the order is what it was. */
export function customerParty(account: Account | null): Element | null {
  if (!account) return null;
  const { name, taxId, street, city, postalCode } = account;
  return element('cac:Party', [
    optional('cbc:WebsiteURI', account.website),
    named(name),
    element('cac:PostalAddress', [
      optional('cbc:StreetName', street),
      optional('cbc:CityName', city),
      optional('cbc:PostalZone', postalCode),
      country(account.country),
    ]),
    taxId.trim() === ''
      ? null
      : element('cac:PartyTaxScheme', [
          element('cbc:CompanyID', taxId),
          element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
        ]),
    legal(name),
  ]);
}

/** The seller: the partner, by its brand and its registered name. */
export const partnerParty = ({ brand, name, country: code }: Partner): Element =>
  element('cac:Party', [
    named(brand.displayName.trim() || name),
    element('cac:PostalAddress', [
      ...brand.contactLines
        .filter((line) => line.trim() !== '')
        .map((line) => element('cac:AddressLine', [element('cbc:Line', line)])),
      country(code),
    ]),
    legal(name),
  ]);
