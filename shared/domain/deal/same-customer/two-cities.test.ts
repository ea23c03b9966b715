import { describe, expect, it } from 'vitest';
import { sameCustomer } from './same-customer';

const inTwoCities = (name: string, more = {}): ReturnType<typeof sameCustomer> =>
  sameCustomer({ name, city: 'Kassel', ...more }, { name, city: 'Rostock', ...more });

describe('OPP-4 one name in two cities, with nothing else in common', () => {
  it.each([
    'ООО «Меридианта»',
    'Meble Zosia',
    "Peggy's Sandwiches",
    'Reliable Glazing Ltd',
    'Elektro Hinnerk GmbH',
    'ООО «Лесмонтаж»',
    'ООО «АгроТехСнаб»',
    'Biuro Rachunkowe Balans',
    'ИП Лесников Аркадий Павлович',
    '青鹭电子有限公司',
  ])('is shown and not decided when no more than one word of it is its own: %s', (name) => {
    expect(inTwoCities(name)).toMatchObject({ same: false, score: 0.76 });
  });

  it.each(['Altenhof Brandes Pumpen GmbH', 'Bluewing Tamarack Partners', 'Лесников и Берёзин Инжиниринг'])(
    'is one customer with two addresses when two words are: %s',
    (name) => {
      expect(inTwoCities(name).same).toBe(true);
    },
  );

  it('is one customer with one website or one tax number', () => {
    expect(inTwoCities('ООО «Меридианта»', { website: 'meridianta.ru' }).same).toBe(true);
    expect(inTwoCities('ООО «Меридианта»', { taxId: '7707083893', country: 'RU' }).same).toBe(true);
  });
});
