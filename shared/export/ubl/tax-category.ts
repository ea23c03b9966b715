import { decimal } from '../../domain/money/parse-decimal';
import { element, type Element } from './element';

/** By UNCL 5305: S a rate, AE the buyer accounts for it, Z nothing. */
export const taxCategory = (name: string, percent: string, isReverseCharge: boolean): Element =>
  element(name, [
    element('cbc:ID', isReverseCharge ? 'AE' : decimal(percent).n === 0n ? 'Z' : 'S'),
    element('cbc:Percent', percent),
    element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
  ]);
