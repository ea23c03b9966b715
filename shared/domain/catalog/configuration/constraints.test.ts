import { describe, expect, it } from 'vitest';
import {
  bundle,
  catalogOf,
  excludes,
  group,
  line,
  option,
  part,
  product,
  recommends,
  requires,
  skus,
} from './a-catalog.test-kit';
import { checkConfiguration } from './check-configuration';

const subscription = product('sub', { constraints: [requires(skus('care', 'care-plus'), 'per-unit', '2')] });
const products = catalogOf(
  subscription,
  product('care', { family: 'Care' }),
  product('care-plus', { family: 'Care' }),
  product('box', { constraints: [excludes({ skus: [], family: 'Licences' })] }),
  product('licence', { family: 'Licences' }),
  product('phone', { constraints: [recommends(skus('headset'))] }),
  product('headset'),
);
const check = (lines: Parameters<typeof checkConfiguration>[0]) => checkConfiguration(lines, products);

describe('CAT-4 requires', () => {
  it('is satisfied by any of the SKUs, in the quantity that each unit needs', () => {
    expect(check([line('1', 'sub', '3'), line('2', 'care', '4'), line('3', 'care-plus', '2')])).toEqual([]);
  });
  it('says how many are needed and there, and offers what is missing and no more', () => {
    const [issue] = check([line('1', 'sub', '3'), line('2', 'care', '4')]);
    expect(issue).toMatchObject({
      severity: 'hard',
      lineIds: ['1'],
      explanation: { en: 'Because.' },
      detail: { kind: 'requires', needed: '6', present: '4' },
    });
    expect(issue?.fixes.map(({ changes }) => changes)).toEqual([
      [{ kind: 'set-quantity', lineId: '2', quantity: '6' }],
      [{ kind: 'add-line', sku: 'care-plus', quantity: '2', after: '1' }],
      [{ kind: 'remove-line', lineId: '1' }],
    ]);
  });
  it('products that share a rule need what they need together', () => {
    const lines = [line('1', 'sub', '3'), line('2', 'sub', '1'), line('3', 'care', '6')];
    expect(check(lines)[0]?.detail).toMatchObject({ needed: '8', present: '6' });
  });
  it('an optional line does not satisfy it, but taking it does', () => {
    const [issue] = check([line('1', 'sub'), line('2', 'care', '2', { optional: true })]);
    expect(issue?.fixes[0]?.changes).toEqual([{ kind: 'take-line', lineId: '2' }]);
  });
  it('what is optional itself needs nothing yet', () => {
    expect(check([line('1', 'sub', '1', { optional: true })])).toEqual([]);
  });
  it('of two alternatives only the chosen one is asked', () => {
    const alternative = { group: 'g', chosen: false };
    expect(check([line('1', 'sub', '1', { alternative })])).toEqual([]);
  });
  it('offers nothing that is not sold', () => {
    const issues = checkConfiguration([line('1', 'sub')], products, { offerable: (sku) => sku !== 'care' });
    expect(issues[0]?.fixes[0]?.changes).toMatchObject([{ sku: 'care-plus' }]);
  });
  it('a part of a bundle is looked for in its own bundle first, and counted for all the bundles', () => {
    const catalog = catalogOf(
      product('server', { bundle: bundle(group('g', [option('card'), option('cooler')])) }),
      product('card', { constraints: [requires(skus('cooler'), 'per-unit')] }),
      product('cooler'),
    );
    const lines = [line('s', 'server', '3'), part('s', 'card', '2')];
    const [issue] = checkConfiguration(lines, catalog);
    expect(issue?.detail).toMatchObject({ needed: '6', present: '0' });
    // Not a second time as a line of its own: only the part, or leaving the card out.
    expect(issue?.fixes).toHaveLength(2);
    expect(issue?.fixes[0]?.changes).toEqual([
      { kind: 'add-component', parentId: 's', optionId: 'cooler', sku: 'cooler', quantity: '2' },
    ]);
  });
  it('a fix that needs something itself brings it along', () => {
    const chain = catalogOf(
      product('a', { constraints: [requires(skus('b'))] }),
      product('b', { constraints: [requires(skus('c'))] }),
      product('c'),
    );
    expect(checkConfiguration([line('1', 'a')], chain)[0]?.fixes[0]?.changes).toMatchObject([
      { sku: 'b' },
      { sku: 'c' },
    ]);
  });
  it('a fix that would break something else gives way to one that does not', () => {
    const careful = catalogOf(
      product('a', { constraints: [requires(skus('b', 'c'))] }),
      product('b'),
      product('c'),
      product('d', { constraints: [excludes(skus('b'))] }),
    );
    const [issue] = checkConfiguration([line('1', 'a'), line('2', 'd')], careful);
    expect(issue?.fixes[0]?.changes).toMatchObject([{ kind: 'add-line', sku: 'c' }]);
    expect(issue?.fixes.flatMap(({ changes }) => changes)).not.toContainEqual(
      expect.objectContaining({ sku: 'b' }),
    );
  });
});

describe('CAT-4 excludes and recommends', () => {
  it('names both sides and lets either go', () => {
    const [issue] = check([line('1', 'box'), line('2', 'licence')]);
    expect(issue?.detail).toEqual({ kind: 'excludes', sku: 'box', others: ['licence'] });
    expect(issue?.fixes.map(({ changes }) => changes)).toEqual([
      [{ kind: 'remove-line', lineId: '2' }],
      [{ kind: 'remove-line', lineId: '1' }],
    ]);
  });
  it('taking out what others rely on takes them along', () => {
    const catalog = catalogOf(
      product('a', { constraints: [requires(skus('b'))] }),
      product('b'),
      product('c', { constraints: [excludes(skus('b'))] }),
    );
    const [issue] = checkConfiguration([line('1', 'a'), line('2', 'b'), line('3', 'c')], catalog);
    expect(
      issue?.fixes.map(({ changes }) => changes.map((change) => 'lineId' in change && change.lineId)),
    ).toEqual([['1', '2'], ['3']]);
  });
  it('what has to be there in some form is exchanged rather than lost', () => {
    const catalog = catalogOf(
      product('server', {
        bundle: bundle(
          group('power', [option('small'), option('large')], 1, 1),
          group('cpu', [option('big-cpu')]),
        ),
      }),
      product('big-cpu', { constraints: [excludes(skus('small'))] }),
      product('small'),
      product('large'),
    );
    const lines = [line('s', 'server'), part('s', 'small'), part('s', 'big-cpu')];
    expect(checkConfiguration(lines, catalog)[0]?.fixes[0]?.changes).toMatchObject([
      { kind: 'remove-line', lineId: 's/small' },
      { kind: 'add-component', optionId: 'large' },
    ]);
  });
  it('a recommendation is a hint, gone once there is one of it', () => {
    expect(check([line('1', 'phone', '5')])[0]).toMatchObject({
      severity: 'hint',
      detail: { kind: 'recommends', quantity: '5' },
    });
    expect(check([line('1', 'phone', '5'), line('2', 'headset')])).toEqual([]);
  });
});

describe('CAT-4 attribute rules', () => {
  const accessPoint = product('ap', {
    family: 'Wireless',
    attributes: { Region: 'EU' },
    constraints: [
      {
        kind: 'attribute-sum',
        id: 'ports',
        explanation: { en: 'Each needs a port.' },
        target: { skus: ['sw-24', 'sw-48', 'cable'], family: 'Switches' },
        attribute: 'Ports',
        need: '1',
        needAttribute: null,
      },
      {
        kind: 'attribute-equal',
        id: 'region',
        explanation: { en: 'One region.' },
        target: { skus: [], family: 'Wireless' },
        attribute: 'Region',
      },
    ],
  });
  const catalog = catalogOf(
    accessPoint,
    product('ap-us', { family: 'Wireless', attributes: { Region: 'US' } }),
    product('sw-24', { family: 'Switches', attributes: { Ports: '24 ports' } }),
    product('sw-48', { family: 'Switches', attributes: { Ports: '48 ports' } }),
    product('cable'),
  );
  it('the ports of all switches together are enough for all access points', () => {
    expect(
      checkConfiguration([line('1', 'ap', '72'), line('2', 'sw-24'), line('3', 'sw-48')], catalog),
    ).toEqual([]);
  });
  it('too few ports: another switch of one kind or the other, as many as it takes', () => {
    const [issue] = checkConfiguration([line('1', 'ap', '60'), line('2', 'sw-24')], catalog);
    expect(issue?.detail).toMatchObject({ kind: 'attribute', rule: 'sum', needed: '60', present: '24' });
    expect(issue?.fixes.map(({ changes }) => changes[0])).toEqual([
      { kind: 'set-quantity', lineId: '2', quantity: '3' },
      { kind: 'add-line', sku: 'sw-48', quantity: '1', after: '1' },
    ]);
  });
  it('an attribute has to be the same: what differs is named, the rarer goes', () => {
    const lines = [line('1', 'ap', '2'), line('2', 'ap'), line('3', 'ap-us'), line('4', 'sw-24')];
    const [issue] = checkConfiguration(lines, catalog);
    expect(issue?.detail).toEqual({
      kind: 'attribute',
      rule: 'equal',
      attribute: 'Region',
      values: [
        { value: 'EU', skus: ['ap'] },
        { value: 'US', skus: ['ap-us'] },
      ],
    });
    expect(issue?.fixes[0]?.changes).toEqual([{ kind: 'remove-line', lineId: '3' }]);
  });
});

describe('CAT-4 contradictory constraints', () => {
  const impossible = catalogOf(
    product('a', { constraints: [requires(skus('b'))] }),
    product('b', { constraints: [requires(skus('c'))] }),
    product('c', { constraints: [excludes(skus('a'))] }),
  );
  it('what requires something that excludes it is found and explained, whatever is on the quote', () => {
    for (const lines of [[line('1', 'a')], [line('1', 'a'), line('2', 'b'), line('3', 'c')]]) {
      const issue = checkConfiguration(lines, impossible).find(
        ({ detail }) => detail.kind === 'contradictory',
      );
      expect(issue?.detail).toMatchObject({ sku: 'a', because: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }] });
      expect(issue?.fixes).toEqual([{ changes: [{ kind: 'remove-line', lineId: '1' }] }]);
    }
  });
  it('one way that works is enough', () => {
    const possible = catalogOf(
      product('a', { constraints: [requires(skus('b', 'd'))] }),
      product('b', { constraints: [excludes(skus('a'))] }),
      product('d'),
    );
    const [issue, ...more] = checkConfiguration([line('1', 'a')], possible);
    expect(issue?.detail.kind).toBe('requires');
    expect(issue?.fixes[0]?.changes).toMatchObject([{ sku: 'd' }]);
    expect(more).toEqual([]);
  });
  it('two that need ever more of each other end with removing, not with a loop', () => {
    const growing = catalogOf(
      product('a', { constraints: [requires(skus('b'), 'per-unit', '2')] }),
      product('b', { constraints: [requires(skus('a'), 'per-unit', '2')] }),
    );
    const [issue] = checkConfiguration([line('1', 'a')], growing);
    expect(issue?.fixes).toEqual([{ changes: [{ kind: 'remove-line', lineId: '1' }] }]);
  });
});
