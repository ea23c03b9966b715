import { describe, expect, it } from 'vitest';
import { sameCustomer, type Customer } from './same-customer';

type Said = string | Customer;
const customer = (said: Said): Customer => (typeof said === 'string' ? { name: said } : said);
const isSame = (a: Said, b: Said): boolean => {
  const [one, other] = [sameCustomer(customer(a), customer(b)), sameCustomer(customer(b), customer(a))];
  expect(other.score).toBe(one.score);
  return one.same;
};
const within = (city: string, name: string): Customer => ({ name, city });

describe('OPP-4 one customer, written short', () => {
  it.each<[Said, Said]>([
    ['Miejska Komunikacja Autobusowa Brzezinka', 'MKA Brzezinka'],
    ['Городская клиническая больница Березино', 'ГКБ Березино'],
    ['ИП Лесников П.С.', 'ИП Лесников Павел Сергеевич'],
    ['Gebr. Altenhof GmbH', 'Gebrüder Altenhof GmbH'],
    ['Inst. Nac. de Aguas Verdemar', 'Instituto Nacional de Aguas Verdemar'],
    ['SP ZOZ Brzezinka', 'Samodzielny Publiczny Zakład Opieki Zdrowotnej Brzezinka'],
    ['TU Altenhof', 'Technische Universität Altenhof'],
    [
      within('Brzezinka', 'MPWiK Brzezinka'),
      within('Brzezinka', 'Miejskie Przedsiębiorstwo Wodociągów i Kanalizacji'),
    ],
    ['Szkoła Podstawowa nr 3 w Brzezince', 'SP 3 Brzezinka'],
    ['МБОУ СОШ № 3', 'МБОУ «Средняя общеобразовательная школа № 3»'],
    ['Základní škola č. 3', 'ZŠ č.3'],
    ['Urząd Miejski w Brzezince', 'UM Brzezinka'],
    ['Stadtwerke Altenhof', 'SW Altenhof'],
    ['Landratsamt Altenhof', 'LRA Altenhof'],
    ['Минстрой Березинской области', 'Министерство строительства Березинской области'],
    ['Администрация г. Березин', 'Администрация города Березина'],
    ['Mairie de Verdemar', 'Commune de Verdemar - Mairie'],
    ['St. Alban Hospital', 'Saint Alban Hospital'],
    ['Ets Verdemar', 'Établissements Verdemar'],
    ['Sté Verdemar', 'Société Verdemar'],
    ['Altenhof Masch.bau', 'Altenhof Maschinenbau'],
    ['Bluewing Ins. Grp.', 'Bluewing Insurance Group'],
    ['Zakład Prac Chemicznych Brzezinka', 'ZPCh Brzezinka'],
    ['Altenhofer Walz- und Rohrwerke (AWRW)', 'AWRW AG'],
  ])('%j is %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each<[Said, Said]>([
    ['MKA Brzezinka', 'MKS Brzezinka'],
    ['Miejska Komunikacja Autobusowa Brzezinka', 'MKA Dolina'],
    ['ИП Лесников П.С.', 'ИП Лесников Кирилл Андреевич'],
    ['Gebr. Altenhof GmbH', 'Gebr. Neuenhof GmbH'],
    ['SP 3 Brzezinka', 'SP 5 Brzezinka'],
    ['SW Altenhof', 'LRA Altenhof'],
    ['Минстрой Березинской области', 'Министерство спорта Березинской области'],
    ['Altenhof Masch.bau', 'Altenhof Schachtbau'],
  ])('%j is not %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

describe('OPP-4 what is put before or behind a name', () => {
  it.each<[Said, Said]>([
    ['Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe Wiąz', 'PPHU Wiąz'],
    ['НПО Лучмаш', 'Научно-производственное объединение Лучмаш'],
    [
      'ГБУЗ Березинская больница',
      'Государственное бюджетное учреждение здравоохранения Березинская больница',
    ],
    ['Akçam Gıda San. ve Tic. Ltd. Şti.', 'Akçam Gıda Limited Şirketi'],
    ['Altenhof e.K.', 'Altenhof eingetragener Kaufmann'],
    ['ТОО «Жусан»', 'Товарищество с ограниченной ответственностью «Жусан»'],
    ['ТОО «Жусан Агро»', '«Жусан Агро» ЖШС'],
    ['Bluewing Pediatrics PLLC', 'Bluewing Pediatrics'],
    ['ТОВ «Вільха і Клен»', 'ТОВ «Вільха та Клен»'],
    ["Cabinet d'Experts Verdemar", 'Cabinet Experts Verdemar'],
    ["L'Orveline", 'Lorveline'],
    [{ name: 'Verdemar SA, Brive' }, within('Brive', 'Verdemar SA')],
    [{ name: 'Wiąz S.A. w Lipnie' }, within('Lipno', 'Wiąz S.A.')],
    [{ name: 'ООО «Ольха», г. Березин' }, within('Березин', 'ООО «Ольха»')],
    ['Wiąz P.S.A.', 'Wiąz Prosta Spółka Akcyjna'],
    ['Altenhof Schreinerei e.K.', 'Schreinerei Altenhof'],
    [
      { name: 'Altenhof CZ s.r.o.', country: 'CZ' },
      { name: 'Altenhof Česká republika', country: 'CZ' },
    ],
    ['Verdemar Holdings Inc. d/b/a Bluewing', 'Bluewing'],
  ])('%j is %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it('keeps countries apart that are said by their codes', () => {
    expect(isSame('Altenhof CZ', 'Altenhof PL')).toBe(false);
  });
});

describe('OPP-4 numbers', () => {
  it.each<[Said, Said]>([
    ['Школа №14', 'Школа № 14'],
    ['Przedszkole nr5', 'Przedszkole nr 5'],
    ['Studio77 Film', 'Studio 77 Film'],
    ['北京市第六医院', '北京第六医院'],
  ])('%j is %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each<[Said, Said]>([
    ['Школа №14', 'Школа №41'],
    ['Studio77 Film', 'Studio 78 Film'],
    ['北京市第六医院', '北京市第九医院'],
    ['北京市第八医院', '北京市第十八医院'],
    ['北京市第二十中学', '北京市第二十一中学'],
  ])('%j is not %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

describe('OPP-4 cities', () => {
  it('knows the city of a name in whatever case when that is where both are', () => {
    expect(isSame(within('Lipno', 'Szpital w Lipnie'), within('Lipno', 'Szpital Lipno'))).toBe(true);
    expect(isSame(within('Тула', 'Рассвет в Туле'), within('Тула', 'Рассвет Тула'))).toBe(true);
  });

  it('reads a Chinese city with and without the sign for one', () => {
    expect(isSame(within('深圳', '深圳市青鹭电子有限公司'), within('深圳', '青鹭电子'))).toBe(true);
    expect(isSame('华联超市', '华联')).toBe(false);
  });

  it.each([
    'Stadtwerke GmbH',
    'Energie Service GmbH',
    'Sparkasse',
    'Urząd Miasta',
    'Apteka Pod Dębem',
    'Gasthof zum Bären',
    'Trinity Baptist Church',
    'Riverside Dental',
    'Стоматология «Жемчуг»',
    'Autohaus Schneider',
    'ООО «Восход»',
    'Müller GmbH',
    'Hotel Bristol',
    '第一人民医院',
  ])('takes "%s" in two cities for two customers', (name) => {
    expect(isSame(within('Kassel', name), within('Rostock', name))).toBe(false);
    expect(isSame(within('Kassel', name), within('Kassel', name))).toBe(true);
  });

  it('takes a name that is not bound to a city for one customer with two addresses', () => {
    expect(isSame(within('Kassel', 'Altenhof Pumpen GmbH'), within('Rostock', 'Altenhof Pumpen'))).toBe(true);
  });
});

describe('OPP-4 one letter', () => {
  it('is a slip next to the right key, or where one is missing, and another name elsewhere', () => {
    expect(isSame('Altenhof', 'Altrnhof')).toBe(true);
    expect(isSame('Altenhof', 'Altnhof')).toBe(true);
    expect(isSame('Termopol', 'Termofol')).toBe(false);
  });
});

describe('OPP-4 what else is known of two customers', () => {
  const of = (name: string, city: string, website: string): Customer => ({ name, city, website });

  it('shows the vendor one name in two cities with two websites, and does not take it for one customer', () => {
    const [one, other] = [
      of('Altenhof Pumpen', 'Ulm', 'altenhof.de'),
      of('Altenhof Pumpen', 'Goslar', 'pumpen.de'),
    ];
    expect(sameCustomer(one, other)).toMatchObject({ same: false, score: 0.76 });
    expect(isSame(one, { ...other, website: 'altenhof.de' })).toBe(true);
    expect(isSame(one, { ...other, website: 'info@gmail.com' })).toBe(true);
    expect(isSame(one, { ...other, city: 'Ulm' })).toBe(true);
  });

  it('shows the vendor two names with one website', () => {
    const [one, other] = [
      of('Altenhof Pumpen', '', 'altenhof.de'),
      of('AP Technik', '', 'www.altenhof.de/start'),
    ];
    expect(sameCustomer(one, other)).toMatchObject({ same: false, score: 0.72 });
    expect(sameCustomer({ ...one, country: 'DE' }, { ...other, country: 'AT' }).score).toBeLessThan(0.7);
    const taxIds = ['5260250274', '7740001454'].map((taxId) => ({ taxId, country: 'PL' }));
    expect(sameCustomer({ ...one, ...taxIds[0] }, { ...other, ...taxIds[1] }).score).toBeLessThan(0.7);
    expect(
      sameCustomer({ ...one, website: 'a@btinternet.com' }, { ...other, website: 'b@btinternet.com' }).score,
    ).toBe(0);
  });

  it.each([
    ['Altenhof Italia', 'Altenhof Polska'],
    ['Altenhof Nord', 'Altenhof Süd'],
    ['Przedszkole nr 3', 'Przedszkole nr 5'],
  ])('leaves sister firms with one website apart: %s, %s', (a, b) => {
    expect(sameCustomer(of(a, '', 'altenhof.eu'), of(b, '', 'altenhof.eu')).score).toBeLessThan(0.7);
  });
});
