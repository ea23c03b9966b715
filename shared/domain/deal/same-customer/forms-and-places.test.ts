import { describe, expect, it } from 'vitest';
import { sameCustomer, type Customer } from './same-customer';

type Said = string | Customer;
const customer = (said: Said): Customer => (typeof said === 'string' ? { name: said } : said);
const isSame = (a: Said, b: Said): boolean => sameCustomer(customer(a), customer(b)).same;

describe('OPP-4 legal forms and kin', () => {
  it.each<[Said, Said]>([
    ['Verdemare Vetri S.r.l. unipersonale', 'Verdemare Vetri'],
    ['Verdemar Asesores SLP', 'Verdemar Asesores S.L.U.'],
    ['Verdemar Asesores, S.L.L.', 'Verdemar Asesores'],
    ['ПП «Вільха»', 'PE Vilkha'],
    ['Altenhof Coöperatie U.A.', 'Altenhof Cooperatie'],
    ['СТОВ «Вільха»', 'Сільськогосподарське товариство з обмеженою відповідальністю «Вільха»'],
    ['ФГ «Вільха»', 'Фермерське господарство «Вільха»'],
    ['ПСП «Вільха»', 'Приватне сільськогосподарське підприємство «Вільха»'],
    ['F.lli Verdemare', 'Fratelli Verdemare snc'],
    ['Hnos. Verdemar', 'Hermanos Verdemar SL'],
    ['Altenhof en Zonen', 'Altenhof & Zn.'],
    ['Gebr. Altenhof', 'Gebroeders Altenhof BV'],
    ['Bluewing Bros.', 'Bluewing Brothers'],
    ['Moss n Fern Co.', 'Moss & Fern'],
    ["Moss 'n' Fern", 'Moss and Fern'],
    ['WBG Wohnungsbaugenossenschaft Altenhof eG', 'Wohnungsbaugenossenschaft Altenhof'],
    ['WBG Altenhof', 'Wohnungsbaugenossenschaft Altenhof'],
    ['MKA Miejska Komunikacja Autobusowa Wiąz', 'Miejska Komunikacja Autobusowa Wiąz'],
  ])('%j is %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each<[Said, Said]>([
    ['F.lli Verdemare', 'F.lli Montemare'],
    ['Moss n Fern', 'Moss n Heather'],
    ['WBG Altenhof', 'WBG Neuenhof'],
  ])('%j is not %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

describe('OPP-4 a city of several words, or with a district', () => {
  it.each<[string, string, string]>([
    ['Imprimerie Verdemar Saint-Étienne', 'Imprimerie Verdemar', 'St-Etienne'],
    ['Elektro Lipník Praha 4', 'Elektro Lipník', 'Praha'],
    ['Elektro Lipník Praha', 'Elektro Lipník', 'Praha 4'],
    ['Pumpen Altenhof Frankfurt am Main', 'Pumpen Altenhof', 'Frankfurt'],
    ['Pumpen Altenhof Limburg an der Lahn', 'Pumpen Altenhof', 'Limburg a.d. Lahn'],
    ['Bluewing Bagels New York', 'Bluewing Bagels', 'New York City'],
    ['Завод «Ольха» Нижний Новгород', 'Завод «Ольха»', 'Н. Новгород'],
    ['Verdemar Tejidos San Sebastián', 'Verdemar Tejidos', 'San Sebastian'],
  ])('%s is %s in %s', (a, b, city) => {
    expect(isSame({ name: a }, { name: b, city })).toBe(true);
  });

  it.each<[string, string, string]>([
    ['Imprimerie Verdemar Saint-Étienne', 'Imprimerie Verdemar', 'Saint-Malo'],
    ['Przedszkole Poznań 4', 'Przedszkole', 'Poznań'],
    ['Завод «Ольха» Нижний Новгород', 'Завод «Ольха»', 'Великий Новгород'],
  ])('%s is not %s in %s', (a, b, city) => {
    expect(isSame({ name: a }, { name: b, city })).toBe(false);
  });
});
