/**
 * Facts of the elements that are used, in the order of their sequences, with how often each must and may be there. Source: OASIS Universal Business
 * Language 2.1 (OASIS Standard, 4 November 2013), xsd/maindoc/UBL-Order-2.1.xsd and xsd/common/UBL-CommonAggregateComponents-2.1.xsd. Of what is not
 * used only what must be there would matter, and nothing else must.
 */
export type Facts = readonly (readonly [name: string, least: number, most: number])[];

export const elementFacts: Readonly<Record<string, Facts | undefined>> = {
  Order: [
    ['cbc:UBLVersionID', 0, 1],
    ['cbc:ID', 1, 1],
    ['cbc:SalesOrderID', 0, 1],
    ['cbc:UUID', 0, 1],
    ['cbc:IssueDate', 1, 1],
    ['cbc:IssueTime', 0, 1],
    ['cbc:DocumentCurrencyCode', 0, 1],
    ['cbc:CustomerReference', 0, 1],
    ['cbc:LineCountNumeric', 0, 1],
    ['cac:QuotationDocumentReference', 0, 1],
    ['cac:BuyerCustomerParty', 1, 1],
    ['cac:SellerSupplierParty', 1, 1],
    ['cac:TaxTotal', 0, Infinity],
    ['cac:AnticipatedMonetaryTotal', 0, 1],
    ['cac:OrderLine', 1, Infinity],
  ],
  'cac:QuotationDocumentReference': [
    ['cbc:ID', 1, 1],
    ['cbc:VersionID', 0, 1],
  ],
  'cac:BuyerCustomerParty': [
    ['cbc:SupplierAssignedAccountID', 0, 1],
    ['cac:Party', 0, 1],
  ],
  'cac:SellerSupplierParty': [['cac:Party', 0, 1]],
  'cac:Party': [
    ['cbc:WebsiteURI', 0, 1],
    ['cac:PartyName', 0, Infinity],
    ['cac:PostalAddress', 0, 1],
    ['cac:PartyTaxScheme', 0, Infinity],
    ['cac:PartyLegalEntity', 0, Infinity],
  ],
  'cac:PartyName': [['cbc:Name', 1, 1]],
  'cac:PostalAddress': [
    ['cbc:StreetName', 0, 1],
    ['cbc:CityName', 0, 1],
    ['cbc:PostalZone', 0, 1],
    ['cac:AddressLine', 0, Infinity],
    ['cac:Country', 0, 1],
  ],
  'cac:AddressLine': [['cbc:Line', 1, 1]],
  'cac:Country': [['cbc:IdentificationCode', 0, 1]],
  'cac:PartyTaxScheme': [
    ['cbc:CompanyID', 0, 1],
    ['cac:TaxScheme', 1, 1],
  ],
  'cac:TaxScheme': [['cbc:ID', 0, 1]],
  'cac:PartyLegalEntity': [['cbc:RegistrationName', 0, 1]],
  'cac:TaxTotal': [
    ['cbc:TaxAmount', 1, 1],
    ['cac:TaxSubtotal', 0, Infinity],
  ],
  'cac:TaxSubtotal': [
    ['cbc:TaxableAmount', 0, 1],
    ['cbc:TaxAmount', 1, 1],
    ['cac:TaxCategory', 1, 1],
  ],
  'cac:TaxCategory': [
    ['cbc:ID', 0, 1],
    ['cbc:Percent', 0, 1],
    ['cac:TaxScheme', 1, 1],
  ],
  'cac:ClassifiedTaxCategory': [
    ['cbc:ID', 0, 1],
    ['cbc:Percent', 0, 1],
    ['cac:TaxScheme', 1, 1],
  ],
  'cac:AnticipatedMonetaryTotal': [
    ['cbc:LineExtensionAmount', 0, 1],
    ['cbc:TaxExclusiveAmount', 0, 1],
    ['cbc:TaxInclusiveAmount', 0, 1],
    ['cbc:PayableAmount', 1, 1],
  ],
  'cac:OrderLine': [['cac:LineItem', 1, 1]],
  'cac:LineItem': [
    ['cbc:ID', 1, 1],
    ['cbc:Quantity', 0, 1],
    ['cbc:LineExtensionAmount', 0, 1],
    ['cac:Delivery', 0, Infinity],
    ['cac:Price', 0, 1],
    ['cac:Item', 1, 1],
  ],
  'cac:Delivery': [['cac:RequestedDeliveryPeriod', 0, 1]],
  'cac:RequestedDeliveryPeriod': [
    ['cbc:StartDate', 0, 1],
    ['cbc:EndDate', 0, 1],
  ],
  'cac:Price': [
    ['cbc:PriceAmount', 1, 1],
    ['cbc:BaseQuantity', 0, 1],
  ],
  'cac:Item': [
    ['cbc:Description', 0, Infinity],
    ['cbc:Name', 0, 1],
    ['cac:SellersItemIdentification', 0, 1],
    ['cac:ClassifiedTaxCategory', 0, Infinity],
  ],
  'cac:SellersItemIdentification': [['cbc:ID', 1, 1]],
};
