import { describe, expect, it } from 'vitest';
import { customerKeys } from './customer-keys';
import { readCustomer, sameCustomer, type Customer } from './same-customer';

type Said = string | Customer;
const customer = (said: Said): Customer => (typeof said === 'string' ? { name: said } : said);
const at = (city: string, name: string): Customer => ({ name, city });
const haveCommonKey = (a: Customer, b: Customer): boolean => {
  const [one, other] = [customerKeys(readCustomer(a)), customerKeys(readCustomer(b))];
  return one.near.some((key) => other.near.includes(key));
};

describe('OPP-4 an authority is its administration', () => {
  it.each<[Said, Said]>([
    ['Stadt Altenhof', 'Stadtverwaltung Altenhof'],
    ['Gemeinde Altenhof', 'Gemeindeverwaltung Altenhof'],
    ['Landkreis Altenhof', 'Landratsamt Altenhof'],
    ['Landkreis Altenhof', 'Kreisverwaltung Altenhof'],
    ['Gmina Wiązowiec', 'Urząd Gminy w Wiązowcu'],
    ['Stadt Altenhof', 'Magistrat der Stadt Altenhof'],
    ['Stadt Altenhof', 'Landeshauptstadt Altenhof'],
    ['Město Lipník', 'MěÚ Lipník'],
    ['Gmina Stary Wiąz', 'Urząd Gminy Stary Wiąz'],
    ['Miasto Brzezinka', 'Urząd Miasta Brzezinka'],
    ['Miasto Brzezinka', 'Urząd Miejski w Brzezince'],
    ['Powiat Brzezinka', 'Starostwo Powiatowe w Brzezince'],
    ['Město Lipník', 'Městský úřad Lipník'],
    ['Obec Lipník', 'Obecní úřad Lipník'],
    ['Lipenský kraj', 'Krajský úřad Lipenského kraje'],
    ['Bluewing District Council', 'Bluewing DC'],
    ['Bluewing Borough Council', 'Bluewing BC'],
    ['Commune de Verdemar', 'Mairie de Verdemar'],
    ['Ville de Verdemar', 'Mairie de Verdemar'],
    ['Comune di Verdemare', 'Municipio di Verdemare'],
    ['Ayuntamiento de Verdemar', 'Excmo. Ayuntamiento de Verdemar'],
    ['Город Березин', 'Администрация города Березина'],
    ['Администрация Лесниковского района', 'Лесниковский район'],
    ['Калинівська міська рада', 'Місто Калинівське'],
    ['Акимат города Жусан', 'Аппарат акима города Жусан'],
  ])('%j is %j', (a, b) => {
    expect(sameCustomer(customer(a), customer(b)).same).toBe(true);
    expect(haveCommonKey(customer(a), customer(b))).toBe(true);
  });

  it.each<[Said, Said]>([
    ['Stadt Altenhof', 'Stadtwerke Altenhof'],
    ['Stadt Altenhof', 'Landkreis Altenhof'],
    ['Landkreis Altenau', 'Landkreis Altenfurt'],
    ['Gmina Brzezinka', 'Miasto Brzezinka'],
    ['Miasto Brzezinka', 'Wodociągi Miejskie Brzezinka'],
    ['Bluewing Borough Council', 'Bluewing Police'],
    ['Bluewing District Council', 'Bluewing Borough Council'],
    ['Gemeente Altenhof', 'Gemeente Altenhof, politie'],
    ['Город Березин', 'Березинский район'],
  ])('%j is not %j', (a, b) => {
    expect(sameCustomer(customer(a), customer(b)).same).toBe(false);
  });
});

describe('OPP-4 a department behind a name', () => {
  it.each([
    ['Gemeente Altenhof', 'gemeente Altenhof, afd. ICT'],
    ['Altenhof Pumpen', 'Altenhof Pumpen GmbH, IT-Abteilung'],
    ['Altenhof Pumpen', 'Altenhof Pumpen (Abt. Einkauf)'],
    ['Bluewing College', 'Bluewing College - Dept. of IT'],
    ['Bluewing College', 'Bluewing College Purchasing Department'],
    ['Город Березин', 'Город Березин, отдел закупок'],
    ['Gmina Wiąz', 'Gmina Wiąz, Dział Informatyki'],
  ])('%s is %s', (a, b) => {
    expect(sameCustomer({ name: a }, { name: b }).same).toBe(true);
  });

  it.each([
    ['Bluewing City', 'Bluewing City Police Department'],
    ['Bluewing City', 'Bluewing City, Department of Schools'],
    ['Altenhof', 'Altenhof Informatik'],
  ])('%s is not %s', (a, b) => {
    expect(sameCustomer({ name: a }, { name: b }).same).toBe(false);
  });
});

describe('OPP-4 numbered institutions', () => {
  it.each<[Said, Said]>([
    [at('Березин', 'Детский сад № 103 «Ландыш»'), at('Березин', 'МДОУ детский сад №103')],
    ['МАОУ Школа № 41', 'МБОУ СОШ № 41'],
    ['КГУ «Общеобразовательная школа №41»', 'Школа № 41'],
    [{ name: 'Загальноосвітня школа I-III ступенів №9 м. Калинове' }, at('Калинове', 'ЗОШ № 9')],
    [at('Chełm', 'II Liceum Ogólnokształcące'), at('Chełm', '2 Liceum Ogólnokształcące w Chełmie')],
    ['北京市第一百二十一中学', '北京121中学'],
    ['北京市第八中学', '北京8中学'],
    ['P.S. 219', 'Public School 219'],
  ])('%j is %j', (a, b) => {
    expect(sameCustomer(customer(a), customer(b)).same).toBe(true);
    expect(haveCommonKey(customer(a), customer(b))).toBe(true);
  });

  it.each<[Said, Said]>([
    [at('Березин', 'Детский сад № 103 «Ландыш»'), at('Березин', 'Детский сад № 105 «Ландыш»')],
    [at('Березин', 'Детский сад № 103 «Ландыш»'), at('Березин', 'Школа №103')],
    ['Детский сад № 3 «Ландыш»', 'Детский сад № 3 «Василёк»'],
    [at('Березин', 'Художественная школа № 3'), at('Березин', 'Школа № 3')],
    ['北京市第八中学', '北京18中学'],
    ['P.S. 219', 'P.S. 291'],
  ])('%j is not %j', (a, b) => {
    expect(sameCustomer(customer(a), customer(b)).same).toBe(false);
  });
});
