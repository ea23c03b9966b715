import { describe, expect, it } from 'vitest';
import { sameCustomer, type Customer } from './same-customer';

const likeness = (a: string, b: string, of: Partial<Customer> = {}) =>
  sameCustomer({ name: a }, { name: b, ...of });

describe('OPP-4 names in Chinese', () => {
  it.each([
    ['苏州青鹭精密机械有限公司', '苏州青屿精密机械有限公司'],
    ['临汾白桦电子有限公司', '临汾白杨电子有限公司'],
    ['青鹭食品有限公司', '青路食品有限公司'],
    ['宁波青鹭电子有限公司', '苏州青鹭电子有限公司'],
  ])('%s is not %s: another sign is another name, whether it sounds alike or not', (a, b) => {
    expect(likeness(a, b).same).toBe(false);
  });

  it('shows the vendor what only sounds alike', () => {
    expect(likeness('青鹭食品有限公司', '青路食品有限公司').score).toBe(0.74);
    expect(likeness('青鹭食品有限公司', '白杨食品有限公司').score).toBeLessThan(0.7);
  });

  it('tells the city in front from the name, also by where the other customer is', () => {
    expect(likeness('江门青鹭电子有限公司', '青鹭电子', { city: '江门' }).same).toBe(true);
    expect(likeness('临汾青鹭电子有限公司', '青鹭电子', { city: '临汾市' }).same).toBe(true);
    expect(likeness('临汾青鹭电子有限公司', '白杨电子', { city: '临汾市' }).same).toBe(false);
  });

  it('reads signs of both scripts, and Latin by sound', () => {
    expect(likeness('蘇州龍橋電子有限公司', '苏州龙桥电子有限公司').same).toBe(true);
    expect(likeness('苏州龙桥电子有限公司', 'Suzhou Longqiao Electronics Co., Ltd.').same).toBe(true);
    expect(likeness('苏州龙桥电子有限公司', 'Suzhou Fengqiao Electronics Co., Ltd.').same).toBe(false);
  });
});
