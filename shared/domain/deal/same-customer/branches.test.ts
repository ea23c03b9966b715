import { describe, expect, it } from 'vitest';
import { sameCustomer } from './same-customer';

const isSame = (a: string, b: string): boolean => sameCustomer({ name: a }, { name: b }).same;

describe('OPP-4 a branch is its company', () => {
  it.each([
    ['Altenhof GmbH Niederlassung Ulm', 'Altenhof GmbH'],
    ['Altenhof Pumpen, Zweigniederlassung Ulm', 'Altenhof Pumpen'],
    ['Niederlassung Ulm der Altenhof GmbH', 'Altenhof GmbH'],
    ['Altenhof GmbH & Co. KG Werk Ulm', 'Altenhof'],
    ['Wiąz S.A. oddział w Lipnie', 'Wiąz S.A.'],
    ['Wiąz Sp. z o.o. (filia Lipno)', 'Wiąz'],
    ['ПАО «Ольха», филиал в г. Березино', 'ПАО «Ольха»'],
    ['Березинский филиал АО «Ольха»', 'АО «Ольха»'],
    ['Филиал АО «Ольха» в Березине', 'АО «Ольха»'],
    ['Обособленное подразделение ООО «Ольха», г. Березино', 'ООО «Ольха»'],
    ['ТОВ «Вільха», філія у м. Калинове', 'ТОВ «Вільха»'],
    ['Verdemar SA, succursale de Brive', 'Verdemar SA'],
    ['Verdemar SAS - Agence de Brive', 'Verdemar SAS'],
    ['Jasan a.s., odštěpný závod Lipník', 'Jasan a.s.'],
    ['Jasan s.r.o. - pobočka Lipník', 'Jasan'],
    ['Bluewing Ltd (Truro branch)', 'Bluewing Ltd'],
    ['Bluewing Insurance, Truro Office', 'Bluewing Insurance'],
    ['临汾青鹭电子有限公司上海分公司', '临汾青鹭电子有限公司'],
    ['临汾青鹭电子有限公司（总部）', '临汾青鹭电子有限公司'],
    ['Altenhof GmbH Niederlassung Ulm', 'Altenhof GmbH Niederlassung Goslar'],
    ['ПАО «Ольха», Березинский филиал', 'ПАО «Ольха»'],
    ['ПАО Ольха Березинский филиал', 'ПАО Ольха'],
    ['АТ «Вільха» Калинівська філія', 'АТ «Вільха»'],
    ['Bank Wiąz S.A. Oddział Lipnowski', 'Bank Wiąz S.A.'],
    ['Altenhof Pumpen Leipziger Niederlassung', 'Altenhof Pumpen'],
    ['Bluewing Tire & Lube - Store #14', 'Bluewing Tire & Lube'],
    ['Bluewing Furniture Shop No. 3', 'Bluewing Furniture'],
    ['Bluewing Castings Plant 2', 'Bluewing Castings'],
    ['Altenhof Pumpen Werk 3', 'Altenhof Pumpen'],
  ])('%s is %s', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each([
    ['Altenhof GmbH Niederlassung Ulm', 'Altendorf GmbH Niederlassung Ulm'],
    ['Sklep „Filia”', 'Sklep'],
    ['Bluewing Law Office', 'Bluewing'],
    ['Bluewing, Dental Office', 'Bluewing'],
    ['Werk Altenhof', 'Altenhof Pumpen'],
    ['Wiąz oddział w Niemczech', 'Wiąz oddział w Polsce'],
    ['Bluewing Power Plant 2', 'Bluewing Power'],
    ['Werk 3 Theater', 'Theater'],
    ['Shop 24 Altenhof', 'Shop 42 Altenhof'],
  ])('%s is not %s', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });

  it('is elsewhere by its nature', () => {
    const head = { name: 'Piekarnia Grusza Sp. z o.o.', city: 'Lipno' };
    expect(sameCustomer(head, { name: 'Piekarnia Grusza oddział w Nysie', city: 'Nysa' }).same).toBe(true);
    expect(sameCustomer(head, { name: 'Piekarnia Grusza', city: 'Nysa' }).same).toBe(false);
  });
});
