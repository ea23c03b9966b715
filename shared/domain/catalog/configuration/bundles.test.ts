import { describe, expect, it } from 'vitest';
import { bundle, catalogOf, group, line, option, part, product, requires, skus } from './a-catalog.test-kit';
import { checkConfiguration } from './check-configuration';
import { defaultComponents } from './default-components';

const server = bundle(
  group('base', [
    option('rails', { kind: 'included' }),
    option('psu', { kind: 'required', quantity: '2', min: '1', max: '2' }),
  ]),
  group('cpu', [option('cpu-16'), option('cpu-32')], 1, 1),
  group('disks', [option('ssd', { max: '8' }), option('hdd'), option('nvme')], 0, 2),
);
const products = catalogOf(
  product('server', { bundle: server }),
  ...['rails', 'psu', 'cpu-16', 'cpu-32', 'ssd', 'hdd', 'nvme', 'cable'].map((sku) => product(sku)),
);
const whole = [line('s', 'server'), part('s', 'rails'), part('s', 'psu', '2'), part('s', 'cpu-16')];
const check = (lines: Parameters<typeof checkConfiguration>[0]) => checkConfiguration(lines, products);

describe('CAT-3 bundles', () => {
  it('a bundle with everything it needs has no issue', () => {
    expect(check([...whole, part('s', 'ssd', '4')])).toEqual([]);
  });
  it('begins with what is included and required, and the first option of a group that asks for one', () => {
    expect(defaultComponents(server)).toEqual([
      { optionId: 'rails', sku: 'rails', quantity: '1' },
      { optionId: 'psu', sku: 'psu', quantity: '2' },
      { optionId: 'cpu-16', sku: 'cpu-16', quantity: '1' },
    ]);
  });
  it('names each part that has to be there, and adds all of them with one fix', () => {
    const issues = check([line('s', 'server'), part('s', 'cpu-16')]);
    expect(issues.map(({ detail }) => detail)).toEqual([
      { kind: 'missing-required-option', optionId: 'rails', sku: 'rails' },
      { kind: 'missing-required-option', optionId: 'psu', sku: 'psu' },
    ]);
    expect(issues[0]?.fixes[0]?.changes).toEqual([
      { kind: 'add-component', parentId: 's', optionId: 'rails', sku: 'rails', quantity: '1' },
      { kind: 'add-component', parentId: 's', optionId: 'psu', sku: 'psu', quantity: '2' },
    ]);
  });
  it('asks for a choice where one has to be made, and offers each of them', () => {
    const [issue] = check(whole.slice(0, 3));
    expect(issue?.detail).toEqual({ kind: 'too-few', group: { en: 'cpu' }, chosen: 0, least: 1 });
    expect(issue?.fixes.map(({ changes }) => changes)).toMatchObject([
      [{ sku: 'cpu-16' }],
      [{ sku: 'cpu-32' }],
    ]);
  });
  it('of exclusive options only one can stay: a fix for each keeps it', () => {
    const [issue] = check([...whole, part('s', 'cpu-32')]);
    expect(issue?.detail).toEqual({ kind: 'exclusive', group: { en: 'cpu' }, skus: ['cpu-16', 'cpu-32'] });
    expect(issue?.fixes.map(({ changes }) => changes)).toEqual([
      [{ kind: 'remove-line', lineId: 's/cpu-32' }],
      [{ kind: 'remove-line', lineId: 's/cpu-16' }],
    ]);
  });
  it('says how many of a group are too many', () => {
    const [issue] = check([...whole, part('s', 'ssd'), part('s', 'hdd'), part('s', 'nvme')]);
    expect(issue?.detail).toEqual({ kind: 'too-many', group: { en: 'disks' }, chosen: 3, most: 2 });
    expect(issue?.fixes.map(({ changes }) => changes)).toEqual([
      [{ kind: 'remove-line', lineId: 's/ssd' }],
      [{ kind: 'remove-line', lineId: 's/hdd' }],
      [{ kind: 'remove-line', lineId: 's/nvme' }],
    ]);
  });
  it.each([
    ['9', '8'],
    ['8.001', '8'],
  ])('brings %s units back into the range of the option', (typed, most) => {
    const [issue] = check([...whole, part('s', 'ssd', typed)]);
    expect(issue?.detail).toEqual({ kind: 'quantity-range', sku: 'ssd', quantity: typed, least: null, most });
    expect(issue?.fixes).toEqual([{ changes: [{ kind: 'set-quantity', lineId: 's/ssd', quantity: most }] }]);
  });
  it('what costs nothing comes in the number that the bundle gives, unless it says how many are the most', () => {
    expect(check([...whole.filter(({ sku }) => sku !== 'rails'), part('s', 'rails', '2')])).toMatchObject([
      { detail: { kind: 'quantity-range', sku: 'rails', quantity: '2', least: null, most: '1' } },
    ]);
  });
  it('what one price pays for comes in the number that the bundle gives', () => {
    const kit = bundle(
      group('g', [option('ssd'), option('hdd', { max: '3' }), option('traffic', { quantity: '100' })]),
    );
    const catalog = catalogOf(
      product('kit', { bundle: { ...kit, pricing: 'fixed' } }),
      product('ssd'),
      product('hdd'),
      product('traffic', { charge: { kind: 'usage' } }),
    );
    const found = checkConfiguration(
      [line('k', 'kit'), part('k', 'ssd', '2'), part('k', 'hdd', '3'), part('k', 'traffic', '5000')],
      catalog,
    );
    expect(found.map(({ detail }) => detail)).toEqual([
      { kind: 'quantity-range', sku: 'ssd', quantity: '2', least: null, most: '1' },
    ]);
  });
  it('a part that grows counts with its most units', () => {
    const growing = { ...part('s', 'ssd'), term: { ramp: [{ quantity: '2' }, { quantity: '9' }] } };
    expect(check([...whole, growing])).toMatchObject([{ detail: { quantity: '9', most: '8' } }]);
  });
  it.each([
    ['0', 1],
    ['0.5', 1],
    ['1', 0],
  ])('of %s bundles nothing is given away that comes however many there are', (bundles, issues) => {
    const course = option('course', { kind: 'included', scaling: 'fixed' });
    const catalog = catalogOf(product('kit', { bundle: bundle(group('g', [course])) }), product('course'));
    const found = checkConfiguration([line('k', 'kit', bundles), part('k', 'course')], catalog);
    expect(found).toHaveLength(issues);
    for (const { detail } of found) expect(detail).toMatchObject({ sku: 'kit', least: '1', most: null });
  });
  it('two lines of one option count together', () => {
    const twice = [...whole, part('s', 'ssd', '5'), { ...part('s', 'ssd', '4'), id: 'again' }];
    expect(check(twice)[0]?.fixes[0]?.changes).toEqual([
      { kind: 'set-quantity', lineId: 's/ssd', quantity: '8' },
      { kind: 'remove-line', lineId: 'again' },
    ]);
  });
  it('a part of no bundle, or of one that has no such option, can only go', () => {
    const lost = [...whole, part('gone', 'ssd'), part('s', 'cable')];
    expect(check(lost).map(({ detail, fixes }) => [detail, fixes[0]?.changes])).toEqual([
      [
        { kind: 'unknown-option', sku: 'ssd', why: 'parent-missing' },
        [{ kind: 'remove-line', lineId: 'gone/ssd' }],
      ],
      [
        { kind: 'unknown-option', sku: 'cable', why: 'option-unknown' },
        [{ kind: 'remove-line', lineId: 's/cable' }],
      ],
    ]);
  });
  it('a bundle that a fix adds comes with what it has to hold', () => {
    const catalog = catalogOf(
      product('licence', { constraints: [requires(skus('kit'))] }),
      product('kit', { bundle: bundle(group('g', [option('part', { kind: 'included' })])) }),
      product('part'),
    );
    expect(checkConfiguration([line('1', 'licence')], catalog)[0]?.fixes[0]?.changes).toEqual([
      { kind: 'add-line', sku: 'kit', quantity: '1', after: '1' },
      { kind: 'add-component', parentId: '+1', optionId: 'part', sku: 'part', quantity: '1' },
    ]);
  });
  it('an optional bundle is checked like any other', () => {
    expect(check([line('s', 'server', '1', { optional: true })])).toHaveLength(3);
  });
  it('a bundle that contains itself by way of another is found, and only removing it is offered', () => {
    const circular = catalogOf(
      product('a', { bundle: bundle(group('g', [option('b')])) }),
      product('b', { bundle: bundle(group('g', [option('c'), option('a')])) }),
      product('c'),
    );
    const [issue, ...more] = checkConfiguration([line('x', 'a')], circular);
    expect(issue?.detail).toEqual({ kind: 'circular', path: ['a', 'b', 'a'] });
    expect(issue?.fixes).toEqual([{ changes: [{ kind: 'remove-line', lineId: 'x' }] }]);
    expect(more).toEqual([]);
  });
});
